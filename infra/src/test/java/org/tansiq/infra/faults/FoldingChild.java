package org.tansiq.infra.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.tansiq.infra.rows.ProjectionRunner;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.wiring.Installation;
import org.tansiq.infra.wiring.Projections;
import org.tansiq.projections.shared.Projection;

/** A process that folds a log into rows, slowly, until it is killed. */
final class FoldingChild {
    private FoldingChild() {}

    /** The log's file, where the rows are, how much higher the versions are, a seed, events in a batch. */
    public static void main(String[] arguments) throws Exception {
        var witness = Witness.take();
        var random = new Random(Long.parseLong(arguments[3]));
        var batchMax = Integer.parseInt(arguments[4]);
        var facts = Installation.facts(new SqliteCommitLog(Path.of(arguments[0])));
        var rows = Stores.rows(arguments[1]);
        var settings = Stores.quick(rows).withBatches(batchMax, batchMax);
        for (var projection : Projections.all()) {
            var slow = new Changed(bumped(projection, Integer.parseInt(arguments[2])), event -> {
                if (random.nextInt(20) == 0) {
                    Thread.sleep(Duration.ofMillis(1));
                }
            });
            new ProjectionRunner(slow, facts, rows, settings).start();
        }
        witness.say("READY");
        witness.awaitEnd();
    }

    /** The same rows, of a version so much higher: those of another are built anew. */
    static Projection bumped(Projection projection, int by) {
        return new Changed(projection, projection.version() + by - 1, event -> {});
    }
}
