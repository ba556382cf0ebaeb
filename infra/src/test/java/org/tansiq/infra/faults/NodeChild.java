package org.tansiq.infra.faults;

import java.util.ArrayList;
import java.util.Random;

/** A process that is a node: it carries out commands from several threads and says every answer, until it is to end. */
final class NodeChild {
    private NodeChild() {}

    /** Where the log is, where the rows are, a name for its commands, a seed, threads. */
    public static void main(String[] arguments) throws Exception {
        var witness = Witness.take();
        var name = arguments[2];
        var seed = Long.parseLong(arguments[3]);
        try (var node = Node.open(arguments[0], arguments[1])) {
            node.send(Campaign.founding());
            witness.say("READY");
            var threads = new ArrayList<Thread>();
            for (var i = 0; i < Integer.parseInt(arguments[4]); i++) {
                var sender = name + "." + i;
                var campaign = new Campaign(new Random(seed + i));
                threads.add(Thread.ofPlatform().start(() -> {
                    for (var n = 0; !witness.isToEnd(); n++) {
                        witness.say(node.send(campaign.next(), sender + "." + n).line());
                    }
                }));
            }
            for (var thread : threads) {
                thread.join();
            }
        }
        Runtime.getRuntime().exit(0);
    }
}
