package org.tansiq.infra.logtool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.tansiq.infra.sqlite.DataFolder;
import org.tansiq.infra.sqlite.SqliteRowStore;

/** A copy of the rows in SQLite, in a folder of its own that goes when this is closed. */
record RowsCopy(Path rows, Path folder) implements AutoCloseable {
    /** @param folder to be made; what is left there of another copy is thrown away */
    static RowsCopy of(Path rows, Path folder) throws IOException {
        var copy = new RowsCopy(folder.resolve(rows.getFileName()), folder);
        copy.close();
        try (var made = DataFolder.take(folder)) {
            for (var file : SqliteRowStore.files(rows)) {
                // Its owner's alone before anything is in it.
                try (var out =
                        Files.newOutputStream(made.file(file.getFileName().toString()))) {
                    Files.copy(file, out);
                }
            }
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
        return copy;
    }

    @Override
    public void close() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var files = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        for (var file : files) {
            Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }
}
