package org.tansiq.infra.faults;

import org.tansiq.infra.log.LogSettings;

/** A process that appends to a log and says every answer. */
final class WritingChild {
    private WritingChild() {}

    /** Where the log is, a name for its commits, a seed, threads, commits for each, events and characters at most. */
    public static void main(String[] arguments) throws Exception {
        var witness = Witness.take();
        var seed = Long.parseLong(arguments[2]);
        // So that some conditions are checked in memory and some in the file.
        var settings = LogSettings.oneNode().withTailEventsMax((int) (seed & 0xff));
        try (var engine = Writers.engine(Stores.log(arguments[0]), settings)) {
            witness.say("READY");
            new Writers(engine, answer -> witness.say(answer.line()))
                    .run(
                            arguments[1],
                            seed,
                            new Writers.Load(
                                    Integer.parseInt(arguments[3]),
                                    Integer.parseInt(arguments[4]),
                                    Integer.parseInt(arguments[5]),
                                    Integer.parseInt(arguments[6])));
        }
        Runtime.getRuntime().exit(0);
    }
}
