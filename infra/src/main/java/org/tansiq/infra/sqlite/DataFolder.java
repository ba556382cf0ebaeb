package org.tansiq.infra.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that an installation keeps its files in: nobody's but its owner's (where the file system knows owners), and one
 * process's at a time, for a log has one writer. The lock ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final boolean OWNERS =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder, and makes it where there is none.
     *
     * @throws FolderTaken if another process has it
     */
    public static DataFolder take(Path folder) {
        try {
            Files.createDirectories(folder, only("rwx------"));
            var lock = FileChannel.open(owned(folder.resolve("lock")), StandardOpenOption.WRITE);
            if (!isFree(lock)) {
                lock.close();
                throw new FolderTaken(folder);
            }
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing can be kept in " + folder, e);
        }
    }

    private static boolean isFree(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException takenByThisProcess) {
            return false;
        }
    }

    /** A file in it, there and its owner's alone before anybody writes to it. SQLite gives its side files the same rights. */
    public Path file(String name) {
        try {
            return owned(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("There can be no " + name + " in " + folder, e);
        }
    }

    private static Path owned(Path file) throws IOException {
        try {
            return Files.createFile(file, only("rw-------"));
        } catch (FileAlreadyExistsException kept) {
            return file;
        }
    }

    private static FileAttribute<?>[] only(String rights) {
        return OWNERS
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + folder + " cannot be given back", e);
        }
    }
}
