package org.tansiq.gateway.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.shared.Settings;

/** The setup links, for whoever may read the server's own files. What is used is gone from it, and at last the file. */
@Component
class SetupFile {
    static final String NAME = "setup";

    private final Path file;

    SetupFile(Settings settings) {
        file = settings.data().resolve(NAME);
    }

    synchronized void write(List<String> links) {
        try {
            Files.deleteIfExists(file);
            if (links.isEmpty()) {
                return;
            }
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(file, ownersOnly());
            Files.write(file, links);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param token of the link that has been used */
    synchronized void used(String token) {
        try {
            if (Files.exists(file)) {
                write(Files.readAllLines(file).stream()
                        .filter(link -> !link.endsWith(token))
                        .toList());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FileAttribute<?>[] ownersOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
