package org.tansiq.infra.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.tansiq.infra.log.ImportMark;
import org.tansiq.infra.log.LogFailure;

/** A file beside the log's; it has reached the disk before the first commit of the import does. */
public final class ImportMarkFile implements ImportMark {
    private static final String NAME = "import-unfinished";

    private final Path folder;

    public ImportMarkFile(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> unfinished() {
        try {
            return Files.exists(file()) ? Optional.of(Files.readString(file())) : Optional.empty();
        } catch (IOException e) {
            throw new LogFailure("The mark of an import cannot be read.", e);
        }
    }

    @Override
    public void set(String name) {
        try (var mark = FileChannel.open(
                file(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            mark.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
            mark.force(true);
            forceFolder();
        } catch (IOException e) {
            throw new LogFailure("The mark of an import cannot be set.", e);
        }
    }

    @Override
    public void clear() {
        try {
            Files.deleteIfExists(file());
            forceFolder();
        } catch (IOException e) {
            throw new LogFailure("The mark of an import cannot be taken away.", e);
        }
    }

    /** A name in a folder lasts when the folder does. Not every system lets one open a folder; those look after it. */
    private void forceFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private Path file() {
        return folder.resolve(NAME);
    }
}
