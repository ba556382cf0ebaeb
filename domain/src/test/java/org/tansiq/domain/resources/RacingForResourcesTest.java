package org.tansiq.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.resources.Story.PARIS;
import static org.tansiq.domain.resources.Story.axon;
import static org.tansiq.domain.resources.Story.begun;
import static org.tansiq.domain.resources.Story.book;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.tansiq.domain.shared.Conflict;

/** The rule under the race: whoever reads the same state at the same moment, only one of them may write on it. */
class RacingForResourcesTest {
    private static final int RACERS = 16;
    private static final int ATTEMPTS_MAX = 1_000;

    private final AxonConfiguration app = axon().registerEventStorageEngine(c -> new InMemoryEventStorageEngine())
            .start();

    @AfterEach
    void stop() {
        app.shutdown();
    }

    @RepeatedTest(3)
    @Timeout(60)
    void of_sixteen_who_book_one_of_five_at_once_exactly_five_win() throws Exception {
        app.getComponent(EventGateway.class).publish(null, (Object[]) begun()).join();
        var commands = app.getComponent(CommandGateway.class);
        var barrier = new CyclicBarrier(RACERS);
        var races = new ArrayList<Callable<Boolean>>();
        for (var racer = 0; racer < RACERS; racer++) {
            // Every two of them overlap between 16 and 17, and no two ask for the same hours.
            var wish = book(new BookingId("racer-" + racer), PARIS, 1, racer, 17 + racer);
            races.add(() -> {
                barrier.await();
                return wins(commands, wish);
            });
        }
        var won = 0;
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            for (Future<Boolean> race : threads.invokeAll(races)) {
                won += race.get() ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(5);
        assertThat(wins(commands, book(new BookingId("late"), PARIS, 1, 16, 17)))
                .isFalse();
    }

    /** Tries again when another was quicker, as the command bus of the server does. */
    private static boolean wins(CommandGateway commands, BookResource wish) {
        for (var attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            try {
                commands.sendAndWait(wish);
                return true;
            } catch (AppendEventsTransactionRejectedException lostRace) {
                Thread.onSpinWait();
            } catch (Conflict refusal) {
                assertThat(refusal.code()).isEqualTo("resource-short");
                return false;
            }
        }
        throw new AssertionError("Lost " + ATTEMPTS_MAX + " races in a row.");
    }
}
