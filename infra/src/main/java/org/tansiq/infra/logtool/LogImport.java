package org.tansiq.infra.logtool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LimitExceeded;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogLimits;
import org.tansiq.infra.log.StoredAt;
import org.tansiq.infra.logtool.LogExport.Amount;
import org.tansiq.infra.logtool.ToolRefused.Why;
import org.tansiq.infra.wiring.Catalogue;

/**
 * Brings an exported log into an empty one: every commit with its id, at its position, byte for byte. The whole file is
 * checked before anything is written.
 *
 * <p>While it writes, a mark stands beside the log, and no server begins on a log with that mark. An import that was
 * interrupted leaves the mark and the commits that it had written; the same file sent again goes on behind them. What the
 * events say is not asked here: {@link LogCheck} does.
 */
public final class LogImport {
    private static final int COMMITS_AT_ONCE = 500;
    private static final long CHARACTERS_AT_ONCE = 4 << 20;

    private LogImport() {}

    /**
     * Imports a file.
     *
     * @throws ToolRefused if the file or the place will not do
     */
    public static Amount run(Path file, LogPlace place) throws IOException {
        var trailer = check(file);
        try (var store = OpenLog.any(place)) {
            write(file, trailer, store);
        }
        return Amount.of(trailer);
    }

    /**
     * Imports what comes in, after it was kept in a file of its own that is removed in the end.
     *
     * @throws ToolRefused if what comes in or the place will not do
     */
    public static Amount run(InputStream in, LogPlace place) throws IOException {
        try (var store = OpenLog.any(place)) {
            // Made with no rights for anybody else, where the system knows rights.
            var file = Files.createTempFile(store.folder(), "import-", ".ndjson");
            try {
                try (var out = Files.newOutputStream(file)) {
                    in.transferTo(out);
                }
                var trailer = check(file);
                write(file, trailer, store);
                return Amount.of(trailer);
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private static LogFile.Trailer check(Path file) throws IOException {
        var checked = new Checked();
        try (var in = Files.newInputStream(file)) {
            return LogFile.read(in, checked::take);
        }
    }

    /** What the log would refuse halfway, or what would make it other than the one that was exported. */
    private static final class Checked {
        private final SeenIds commitIds = new SeenIds();
        private final SeenIds eventIds = new SeenIds();
        private long head;

        void take(long line, Commit commit) {
            if (commit.position() != head) {
                throw new ToolRefused(Why.OUT_OF_ORDER, "line", line, "position", commit.position(), "expected", head);
            }
            try {
                LogLimits.check(List.of(commit));
            } catch (LimitExceeded e) {
                throw new ToolRefused(
                        Why.OVER_LIMIT, e, "line", line, "what", e.what(), "max", e.max(), "actual", e.actual());
            } catch (IllegalArgumentException e) {
                throw new ToolRefused(Why.BAD_LINE, e, "line", line);
            }
            if (commitIds.add(commit.id(), line) >= 0) {
                throw new ToolRefused(Why.COMMIT_ID_TWICE, "line", line);
            }
            for (var event : commit.events()) {
                if (eventIds.add(event.id(), line) >= 0) {
                    throw new ToolRefused(Why.EVENT_ID_TWICE, "line", line);
                }
            }
            head = commit.end();
        }
    }

    private static void write(Path file, LogFile.Trailer trailer, OpenLog store) throws IOException {
        var log = store.log();
        var mark = store.mark();
        var head = log.head();
        var unfinished = mark.unfinished();
        if (unfinished.isPresent() && !unfinished.get().equals(trailer.sha256())) {
            throw new ToolRefused(Why.ANOTHER_IMPORT);
        }
        if (unfinished.isEmpty() && head > 0) {
            throw new ToolRefused(Why.LOG_NOT_EMPTY, "events", head);
        }
        refuseRows(store);
        mark.set(trailer.sha256());
        var writing = new Writing(log, head);
        try (var in = Files.newInputStream(file)) {
            LogFile.read(in, (line, commit) -> writing.take(commit));
            writing.flush();
        } catch (LogFailure e) {
            throw new ToolRefused(Why.IMPORT_INTERRUPTED, e, "what", String.valueOf(e.getMessage()));
        }
        if (log.head() != trailer.events()) {
            throw new ToolRefused(Why.LOG_IN_USE, "position", trailer.events());
        }
        mark.clear();
    }

    /** Rows of another log would be taken for this one's. */
    private static void refuseRows(OpenLog store) {
        var rows = store.rows();
        if (rows.isPresent()) {
            for (var projection : Catalogue.present().projections()) {
                if (rows.get()
                        .standing(projection)
                        .filter(standing -> standing.next() > 0)
                        .isPresent()) {
                    throw new ToolRefused(Why.ROWS_NOT_EMPTY);
                }
            }
        }
    }

    /** Passes over what an interrupted import has written, and appends the others in groups. */
    private static final class Writing {
        private final CommitLog log;
        private final List<Commit> group = new ArrayList<>();
        private final long start;
        private long characters;

        Writing(CommitLog log, long start) {
            this.log = log;
            this.start = start;
        }

        void take(Commit commit) {
            if (commit.end() < start) {
                return;
            }
            if (commit.position() < start) {
                if (commit.end() > start || !log.find(commit.id()).equals(Optional.of(storedAt(commit)))) {
                    throw new ToolRefused(Why.LOG_IN_USE, "position", commit.position());
                }
                return;
            }
            group.add(commit);
            for (var event : commit.events()) {
                characters += event.payload().length();
            }
            if (group.size() == COMMITS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
                flush();
            }
        }

        private static StoredAt storedAt(Commit commit) {
            return new StoredAt(commit.position(), commit.events().size());
        }

        void flush() {
            if (group.isEmpty()) {
                return;
            }
            switch (log.append(group)) {
                case Appended.All all -> {
                    group.clear();
                    characters = 0;
                }
                case Appended.Failed failed -> throw failed.cause();
                case Appended.PositionTaken taken ->
                    throw new ToolRefused(
                            Why.LOG_IN_USE,
                            "position",
                            group.get(taken.stored()).position());
                case Appended.IdTaken taken ->
                    throw new ToolRefused(
                            Why.LOG_IN_USE, "position", taken.where().position());
            }
        }
    }
}
