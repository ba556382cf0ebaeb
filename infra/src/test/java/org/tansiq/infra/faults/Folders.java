package org.tansiq.infra.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Folders as a crash leaves them, copied and cleared away. */
final class Folders {
    private Folders() {}

    static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database of SQLite and what it has written ahead; the index of that is made anew by whoever opens it. */
    static Path copyDatabase(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        var copy = folder.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(ahead(copy));
        Files.deleteIfExists(folder.resolve(file.getFileName() + "-shm"));
        if (Files.exists(ahead(file))) {
            Files.copy(ahead(file), ahead(copy));
        }
        return copy;
    }

    static void deleteDatabase(Path file) throws IOException {
        for (var suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    /** What SQLite has written ahead of the file. */
    static Path ahead(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }
}
