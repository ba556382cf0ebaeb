package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Tags;

/** Eight at once want the same city at the same time: one gets it. */
class ActionsRaceTest {
    private static final int RACERS = 8;

    private static final Slot LATER = berlin("2018-02-26T18:00", "2018-02-26T20:00");

    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final AxonConfiguration axon = ActionsModule.register(
                    MembersModule.register(EventSourcingConfigurer.create()))
            .registerEventStorageEngine(configuration -> log)
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

    @RepeatedTest(20)
    void eight_who_agree_at_once_make_one_of_two_once() throws InterruptedException {
        given(MergingActionsTest.two(MergingActionsTest.BY_GREENS));
        race(n -> MergingActionsTest.agree(UNION));
        assertThat(written("ActionsMerged")).isEqualTo(1);
    }

    @RepeatedTest(20)
    void whoever_joins_as_it_is_merged_comes_along_or_is_told() throws InterruptedException {
        given(MergingActionsTest.two(MergingActionsTest.BY_GREENS));
        var lawyers = MergingActionsTest.LAWYERS;
        race(n -> n % 2 == 0 ? MergingActionsTest.agree(UNION) : new JoinAction(GHOUTA, MARCH, lawyers, NOW));
        if (written("ActionsMerged") == 0) {
            commands.sendAndWait(MergingActionsTest.agree(UNION));
        }
        // Moving what remains is for its organisers: whoever joined in time is one of them.
        var move = reschedule(VIGIL, lawyers, LATER);
        if (written("OrganizerJoined") == 1) {
            commands.sendAndWait(move);
        } else {
            assertThatThrownBy(() -> commands.sendAndWait(move)).satisfies(refusal("not-organizer"));
        }
    }

    @RepeatedTest(20)
    void what_moves_as_it_is_merged_moves_or_is_merged() throws InterruptedException {
        given(MergingActionsTest.two(MergingActionsTest.BY_GREENS));
        race(n -> n % 2 == 0 ? MergingActionsTest.agree(UNION) : reschedule(MARCH, UNION, LATER));
        assertThat(written("ActionsMerged") + written("ActionRescheduled")).isEqualTo(1);
    }

    /** How many events of this name the log has about the march. */
    private long written(String name) {
        var found = 0L;
        var events = log.source(
                SourcingCondition.conditionFor(EventCriteria.havingTags(Tag.of(Tags.ACTION, MARCH.value()))), null);
        for (var entry = events.next(); entry.isPresent(); entry = events.next()) {
            found += entry.get().message().type().qualifiedName().localName().equals(name) ? 1 : 0;
        }
        return found;
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
            assertThat(lost.getCause()).isInstanceOfAny(Conflict.class, AppendEventsTransactionRejectedException.class);
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
