package org.tansiq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/**
 * A campaign in a log on SQLite, closed.
 *
 * @param folder as a server's data folder: {@code log.db} is in it
 * @param heldTasks tasks of ten events whose events lie apart
 * @param payloadBytes of all events together
 */
record CampaignLog(
        Path folder,
        long events,
        List<Campaign.HeldTask> heldTasks,
        long payloadBytes,
        long tags,
        double secondsToWrite) {
    private static final long SEED = 20180218;
    private static final int COMMITS_AT_ONCE = 5_000;

    static CampaignLog write(long events, Path folder, Run run) throws IOException {
        try (var log = new SqliteCommitLog(folder.resolve("log.db"))) {
            var written = write(events, folder, log);
            run.say(String.format(
                    "   a log of %,d events written in %.1f s, %.0f bytes of payload and %.1f tags an event",
                    written.events,
                    written.secondsToWrite,
                    (double) written.payloadBytes / written.events,
                    (double) written.tags / written.events));
            return written;
        }
    }

    /** Straight into the log, in large groups. */
    static CampaignLog write(long events, Path folder, CommitLog log) {
        var start = System.nanoTime();
        try (var encoder = new Encoder(SEED)) {
            var writing = new Writing(log, encoder);
            var campaign = new Campaign(SEED, writing::add);
            campaign.tell(events);
            writing.flush();
            return new CampaignLog(
                    folder,
                    writing.head,
                    List.copyOf(campaign.heldTasks()),
                    writing.bytes,
                    writing.tags,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    Path file() {
        return folder.resolve("log.db");
    }

    /** Where the rows that were folded from it are kept, once some row of the benchmark has folded them. */
    Path rows() {
        return folder.resolve("rows.db");
    }

    /** A copy that may be written to. */
    Path copyTo(Path other) throws IOException {
        return Files.copy(file(), other.resolve("log.db"));
    }

    private static final class Writing {
        private final CommitLog log;
        private final Encoder encoder;
        private final List<Commit> waiting = new ArrayList<>();
        private long head;
        private long bytes;
        private long tags;

        Writing(CommitLog log, Encoder encoder) {
            this.log = log;
            this.encoder = encoder;
        }

        void add(List<Fact> facts) {
            var stored =
                    facts.stream().map(fact -> encoder.encode(fact, "berlin")).toList();
            stored.forEach(event -> {
                bytes += Encoder.bytes(event);
                tags += event.tags().size();
            });
            var commit = new Commit(head, encoder.uuid(), stored);
            waiting.add(commit);
            head = commit.end();
            if (waiting.size() == COMMITS_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                log.append(List.copyOf(waiting));
                waiting.clear();
            }
        }
    }
}
