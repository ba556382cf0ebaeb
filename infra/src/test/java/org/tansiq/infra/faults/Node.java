package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.infra.faults.Campaign.Order;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.wiring.Installation;

/** One running installation, and what is sent to it. */
record Node(Installation installation) implements AutoCloseable {
    /** @param log where it is, see {@link Stores} */
    static Node open(String log, String rows) {
        var settings = Stores.isShared(log) ? LogSettings.manyNodes() : LogSettings.oneNode();
        return new Node(Installation.open(Stores.log(log), Stores.rows(rows), settings));
    }

    Answer send(Order order, String key) {
        try {
            return Answer.of(key, installation.commands().carryOut(order.command(), order.actor(), key));
        } catch (RuntimeException e) {
            return Answer.of(key, e);
        }
    }

    /** Sends what is refused only when a node before this one did it, and went on. */
    void send(List<Order> orders) {
        for (var order : orders) {
            try {
                installation.commands().carryOut(order.command(), order.actor(), null);
            } catch (Refusal done) {
                assertThat(order.command()).isNotInstanceOf(FoundCoalition.class);
            }
        }
    }

    /** Sends so many commands of a campaign, one after the other. */
    void campaign(String name, long seed, int commands, Consumer<Answer> told) {
        var campaign = new Campaign(new Random(seed));
        for (var i = 0; i < commands; i++) {
            told.accept(send(campaign.next(), name + "." + i));
        }
    }

    long head() {
        return installation.history().head();
    }

    @Override
    public void close() {
        installation.close();
    }
}
