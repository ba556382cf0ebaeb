package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.actions.Scene.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.shared.Fact;

/** Eight at once want the same city at the same time: one gets it. */
class ActionsRaceTest {
    private static final int RACERS = 8;

    private final AxonConfiguration axon = ActionsModule.register(
                    MembersModule.register(EventSourcingConfigurer.create()))
            .registerEventStorageEngine(configuration -> new InMemoryEventStorageEngine())
            .registerCommandHandlingModule(CommandHandlingModule.named("given")
                    .commandHandlers()
                    .annotatedCommandHandlingComponent(configuration -> new Given()))
            .start();
    private final CommandGateway commands = axon.getComponent(CommandGateway.class);

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @RepeatedTest(20)
    void one_of_eight_who_schedule_on_one_place_day_wins() throws InterruptedException {
        given(joined(GREENS));
        assertThat(race(n -> schedule(racer(n), GREENS, EVENING))).isEqualTo(1);
    }

    @RepeatedTest(20)
    void one_of_eight_wins_however_they_come_to_the_place_day() throws InterruptedException {
        // Some are new and begin the day before, some move in from another day, one answers a call.
        given(joined(GREENS), called(AT_SIX));
        for (var n = 0; n < RACERS; n++) {
            var day = "2018-02-0" + (1 + n);
            given(scheduled(racer(n), GREENS, berlin(day + "T10:00", day + "T11:00")));
        }
        var overnight = berlin("2018-02-23T23:00", "2018-02-24T19:00");
        assertThat(race(n -> switch (n) {
                    case 0 ->
                        new CommitCity(GHOUTA, BALLOONS, GREENS, BERLIN, new ActionId("city"), SQUARE, Set.of(), NOW);
                    case 1, 2, 3 -> schedule(new ActionId("new" + n), GREENS, overnight);
                    default -> reschedule(racer(n), GREENS, EVENING);
                }))
                .isEqualTo(1);
    }

    @RepeatedTest(20)
    void eight_in_eight_cities_do_not_stand_in_each_others_way() throws InterruptedException {
        given(joined(GREENS));
        assertThat(race(n -> {
                    var city = place("city" + n, "Europe/Berlin", "DE");
                    return schedule(racer(n), GREENS, new Slot(city, EVENING.from(), EVENING.until()));
                }))
                .isEqualTo(RACERS);
    }

    private static ActionId racer(int n) {
        return new ActionId("racer" + n);
    }

    /** How many won; whoever lost did so for a reason that the caller can tell. */
    private int race(IntFunction<Object> command) throws InterruptedException {
        var barrier = new CyclicBarrier(RACERS);
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            List<Callable<Object>> racers = IntStream.range(0, RACERS)
                    .<Callable<Object>>mapToObj(n -> () -> {
                        barrier.await();
                        commands.sendAndWait(command.apply(n));
                        return n;
                    })
                    .toList();
            var won = 0;
            for (var racer : new ArrayList<>(threads.invokeAll(racers))) {
                won += wins(racer) ? 1 : 0;
            }
            return won;
        }
    }

    private static boolean wins(Future<Object> racer) throws InterruptedException {
        try {
            racer.get();
            return true;
        } catch (ExecutionException lost) {
            assertThat(lost.getCause())
                    .isInstanceOfAny(ActionsCollide.class, AppendEventsTransactionRejectedException.class);
            return false;
        }
    }

    private void given(Fact... facts) {
        commands.sendAndWait(new Happened(List.of(facts)));
    }

    record Happened(List<Fact> facts) {}

    static final class Given {
        @CommandHandler
        void handle(Happened happened, EventAppender events) {
            events.append(happened.facts());
        }
    }
}
