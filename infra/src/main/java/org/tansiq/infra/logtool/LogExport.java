package org.tansiq.infra.logtool;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.LogScan;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.logtool.ToolRefused.Why;

/** Writes a whole log as lines of JSON, the same bytes for the same history whichever store it is in. */
public final class LogExport {
    private LogExport() {}

    /** How much was written or read. */
    public record Amount(long commits, long events) {
        static Amount of(LogFile.Trailer trailer) {
            return new Amount(trailer.commits(), trailer.events());
        }
    }

    /**
     * Writes the log to its end.
     *
     * @throws ToolRefused if the log is not whole; then the last line is missing, and nothing imports what was written
     */
    public static Amount run(LogScan log, OutputStream out) throws IOException {
        var file = new LogFile.Writer(out);
        var commits = new Commits(file);
        try {
            log.visit(Long.MAX_VALUE, commits);
            commits.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Amount.of(file.end());
    }

    /** Puts the events of a commit together, and goes no further where they do not fit. */
    private static final class Commits implements LogScan.Visitor {
        private final LogFile.Writer file;
        private final List<StoredEvent> events = new ArrayList<>();
        private long position;
        private long end;
        private String id = "";

        Commits(LogFile.Writer file) {
            this.file = file;
        }

        @Override
        public void commit(long next, long nextEnd, String nextId) {
            end();
            if (next != end) {
                throw flawed(end);
            }
            position = next;
            end = nextEnd;
            id = nextId;
        }

        @Override
        public void event(long at, StoredEvent event) {
            if (at != position + events.size() || at >= end) {
                throw flawed(at);
            }
            events.add(event);
        }

        @Override
        public void flaw(Flaw flaw) {
            throw flawed(position + events.size());
        }

        void end() {
            if (events.size() != end - position) {
                throw flawed(position + events.size());
            }
            if (!events.isEmpty()) {
                try {
                    file.commit(new Commit(position, id, events));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                events.clear();
            }
        }

        private static ToolRefused flawed(long position) {
            return new ToolRefused(Why.LOG_FLAWED, "position", position);
        }
    }
}
