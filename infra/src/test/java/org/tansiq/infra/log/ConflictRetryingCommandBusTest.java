package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConflictRetryingCommandBusTest {
    private static final CommandMessage COMMAND = new GenericCommandMessage(new MessageType("things.TakeThing"), "x");
    private static final CommandResultMessage DONE =
            new GenericCommandResultMessage(new MessageType("things.Done"), "done");

    private static final Set<Tag> BOUNDARY = Set.of(new Tag("thing", "a"));

    private final Lanes lanes = new Lanes(10);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void a_command_that_loses_races_is_tried_again_until_it_wins() {
        var bus = bus(failing(30, lostRace()));
        assertThat(bus.dispatch(COMMAND, null).join()).isSameAs(DONE);
        assertThat(tries).hasValue(31);
    }

    @Test
    void a_race_that_is_lost_inside_a_future_counts_as_well() {
        var bus = bus(failing(2, new CompletionException(lostRace())));
        assertThat(bus.dispatch(COMMAND, null).join()).isSameAs(DONE);
    }

    @Test
    void after_fifty_lost_races_the_sender_is_told() {
        var bus = bus(failing(1_000, lostRace()));
        assertThatThrownBy(bus.dispatch(COMMAND, null)::join)
                .cause()
                .isInstanceOf(LostTooManyRaces.class)
                .hasCauseInstanceOf(LostRace.class);
        assertThat(tries).hasValue(50);
    }

    @Test
    void any_other_failure_is_passed_on_at_once() {
        var bus = bus(failing(1, new Things.Taken("taken")));
        assertThatThrownBy(bus.dispatch(COMMAND, null)::join).hasCauseInstanceOf(Things.Taken.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void a_command_that_others_are_ahead_of_takes_its_turn_and_has_lost_no_race() {
        var bus = bus(failing(100, new BoundaryBusy(BOUNDARY)));
        assertThat(bus.dispatch(COMMAND, null).join()).isSameAs(DONE);
        assertThat(lanes.isEmpty()).isTrue();
    }

    @Test
    void whatever_becomes_of_a_command_it_leaves_its_lane() {
        assertThatThrownBy(bus(failing(1_000, lostRace())).dispatch(COMMAND, null)::join)
                .isInstanceOf(CompletionException.class);
        assertThat(lanes.isEmpty()).isTrue();
    }

    @Test
    void a_command_that_has_lost_waits_for_those_in_the_lane() {
        var ahead = lanes.enter(BOUNDARY, "ahead");
        var answer = bus(failing(1, lostRace())).dispatch(COMMAND, null);
        assertThat(ahead).isCompleted();
        assertThat(answer).isNotDone();
        lanes.leave(BOUNDARY);
        assertThat(answer.join()).isSameAs(DONE);
    }

    private ConflictRetryingCommandBus bus(CommandBus delegate) {
        return new ConflictRetryingCommandBus(delegate, lanes, ConflictRetryingCommandBus.ATTEMPTS_MAX);
    }

    private static LostRace lostRace() {
        return new LostRace(BOUNDARY, 7);
    }

    private CommandBus failing(int times, RuntimeException failure) {
        return new CommandBus() {
            @Override
            public CompletableFuture<CommandResultMessage> dispatch(
                    CommandMessage command, @Nullable ProcessingContext context) {
                return tries.getAndIncrement() < times
                        ? CompletableFuture.failedFuture(failure)
                        : CompletableFuture.completedFuture(DONE);
            }

            @Override
            public CommandBus subscribe(QualifiedName name, CommandHandler handler) {
                return this;
            }

            @Override
            public void describeTo(ComponentDescriptor descriptor) {}
        };
    }
}
