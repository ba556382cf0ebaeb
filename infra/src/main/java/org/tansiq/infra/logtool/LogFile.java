package org.tansiq.infra.logtool;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.logtool.ToolRefused.Why;

/**
 * An exported log: a line that says what it is, a line for each commit, and a line with how many there are and the SHA-256
 * of all lines before it. A file that was cut anywhere lacks the last line, or its sum is another.
 */
final class LogFile {
    static final String FORMAT = "tansiq-log";
    static final int VERSION = 1;

    /** A commit has at most 8 MiB in the log; a control character of one byte is six in JSON. */
    private static final int LINE_BYTES_MAX = 64 << 20;

    private LogFile() {}

    record Header(String format, int version) {}

    record Trailer(long commits, long events, String sha256) {}

    /** Takes a commit, and the number of its line from 1. */
    @FunctionalInterface
    interface Commits {
        void take(long line, Commit commit);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Writes line by line what it is told; nothing is there without {@link #end}. */
    static final class Writer {
        private final OutputStream out;
        private final MessageDigest sum = sha256();
        private long commits;
        private long events;

        Writer(OutputStream out) throws IOException {
            this.out = out;
            line(Json.write(new Header(FORMAT, VERSION)));
        }

        void commit(Commit commit) throws IOException {
            line(CommitLine.write(commit));
            commits++;
            events += commit.events().size();
        }

        Trailer end() throws IOException {
            var trailer = new Trailer(commits, events, HexFormat.of().formatHex(sum.digest()));
            line(Json.write(trailer));
            out.flush();
            return trailer;
        }

        private void line(String line) throws IOException {
            var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            sum.update(bytes);
            out.write(bytes);
        }
    }

    /**
     * Reads a file from its first line to its last.
     *
     * @throws ToolRefused if it is not whole, or a line is not what it should be
     */
    static Trailer read(InputStream in, Commits visitor) throws IOException {
        var lines = new Lines(in);
        var sum = sha256();
        var line = lines.next();
        header(line);
        if (line == null) {
            throw new ToolRefused(Why.NOT_AN_EXPORT);
        }
        update(sum, line);
        var commits = 0L;
        var events = 0L;
        line = lines.next();
        for (var next = lines.next(); line != null && next != null; next = lines.next()) {
            update(sum, line);
            var commit = commit(lines.number() - 1, line);
            visitor.take(lines.number() - 1, commit);
            commits++;
            events += commit.events().size();
            line = next;
        }
        var counted = new Trailer(commits, events, HexFormat.of().formatHex(sum.digest()));
        var trailer = trailer(line, lines.number());
        if (!counted.equals(trailer)) {
            throw new ToolRefused(Why.WRONG_SUM);
        }
        return trailer;
    }

    private static void update(MessageDigest sum, byte[] line) {
        sum.update(line);
        sum.update((byte) '\n');
    }

    private static void header(byte @Nullable [] line) {
        try {
            var header = Json.read(line == null ? new byte[0] : line, Header.class);
            if (!FORMAT.equals(header.format())) {
                throw new ToolRefused(Why.NOT_AN_EXPORT);
            }
            if (header.version() != VERSION) {
                throw new ToolRefused(Why.NEWER_FORMAT, "version", header.version(), "known", VERSION);
            }
        } catch (UnreadableJson e) {
            throw new ToolRefused(Why.NOT_AN_EXPORT, e);
        }
    }

    private static Commit commit(long number, byte[] line) {
        try {
            return CommitLine.read(line);
        } catch (IllegalArgumentException e) {
            throw new ToolRefused(Why.BAD_LINE, e, "line", number);
        }
    }

    private static Trailer trailer(byte @Nullable [] line, long lines) {
        try {
            var trailer = Json.read(line == null ? new byte[0] : line, Trailer.class);
            if (trailer.sha256() != null) {
                return trailer;
            }
        } catch (UnreadableJson e) {
            // Told below: the line is that of a commit, or the first half of one.
        }
        throw new ToolRefused(Why.CUT_OFF, "line", lines);
    }

    private static final class Lines {
        private final InputStream in;
        private long number;

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        /** Without its end; null behind the last. */
        byte @Nullable [] next() throws IOException {
            var line = new ByteArrayOutputStream(1 << 10);
            var read = in.read();
            if (read < 0) {
                return null;
            }
            number++;
            for (; read >= 0 && read != '\n'; read = in.read()) {
                if (line.size() == LINE_BYTES_MAX) {
                    throw new ToolRefused(Why.LINE_TOO_LONG, "line", number);
                }
                line.write(read);
            }
            return line.toByteArray();
        }

        /** Of the line that was read last, from 1. */
        long number() {
            return number;
        }
    }
}
