package org.tansiq.infra.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The file with the wrapping key: one line, for its owner's eyes only. */
final class KeyFile {
    private static final String HEAD = "tansiq-key-1";

    private final Path file;
    private final Path next;

    KeyFile(Path file) {
        this.file = file;
        this.next = file.resolveSibling(file.getFileName() + ".new");
    }

    Path path() {
        return file.toAbsolutePath().normalize();
    }

    Optional<WrappingKey> read() {
        return read(file);
    }

    /** One that a rotation has made, and has perhaps not put in its place. */
    Optional<WrappingKey> readNext() {
        return read(next);
    }

    WrappingKey make() {
        return write(file);
    }

    WrappingKey makeNext() {
        remove(next);
        return write(next);
    }

    /** The old key is gone; its bytes are overwritten first, where the disk lets anybody do that. */
    void replace() {
        try {
            overwrite(file);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("The new key cannot take the place of " + file, e);
        }
    }

    void dropNext() {
        remove(next);
    }

    /** For a passphrase from now on. */
    void drop() {
        remove(file);
        remove(next);
    }

    private static Optional<WrappingKey> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var parts = Files.readString(file, StandardCharsets.UTF_8).strip().split(" ", -1);
            var key = parts.length == 3 && parts[0].equals(HEAD)
                    ? Base64.getDecoder().decode(parts[2])
                    : new byte[0];
            if (key.length != Aes.KEY_BYTES) {
                throw damaged(file);
            }
            return Optional.of(new WrappingKey(parts[1], key));
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be read from " + file, e);
        }
    }

    private static KeysRefused damaged(Path file) {
        return new KeysRefused(
                KeysRefused.Why.FILE_DAMAGED,
                Map.of("file", file.toAbsolutePath().normalize()),
                file.toAbsolutePath().normalize()
                        + " holds no key. Put the file back from where you keep a copy of it.");
    }

    private static WrappingKey write(Path file) {
        var id = WrappingKey.newId();
        var key = Aes.random(Aes.KEY_BYTES);
        var line = HEAD + " " + id + " " + Base64.getEncoder().encodeToString(key) + "\n";
        try (var out = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly(file))) {
            out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be kept in " + file, e);
        }
        return new WrappingKey(id, key);
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void remove(Path file) {
        try {
            overwrite(file);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("An old key cannot be removed from " + file, e);
        }
    }

    private static void overwrite(Path file) throws IOException {
        if (Files.exists(file)) {
            try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.allocate(Math.toIntExact(out.size())));
                out.force(true);
            }
        }
    }

    /** So that the name stands for the new file after a power cut, too; not every system can do it. */
    private void syncFolder() {
        try (var folder = FileChannel.open(path().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unknownHere) {
            return;
        }
    }
}
