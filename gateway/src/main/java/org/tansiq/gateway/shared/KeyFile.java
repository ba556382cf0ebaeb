package org.tansiq.gateway.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** 256 random bits in a file of their own; an empty file gets them. */
final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    static byte[] read(Path file) {
        try {
            var kept = Files.readAllBytes(file);
            if (kept.length == BYTES) {
                return kept;
            }
            if (kept.length != 0) {
                throw new StartRefused(
                        "The key in " + file + " is damaged.", "Bring back the file from a backup of the same day.");
            }
            var key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Files.write(file, key);
            return key;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
