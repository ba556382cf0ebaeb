package org.tansiq.gateway.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a command is given to read, to write on and to look up: the process's own, or a test's. */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** UTF-8 whatever the machine's locale: an exported log is, and so is Arabic. */
    public static Terminal ofProcess() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv());
    }
}
