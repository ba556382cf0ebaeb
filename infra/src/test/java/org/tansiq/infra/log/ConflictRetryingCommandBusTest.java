package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConflictRetryingCommandBusTest {
    private static final CommandMessage COMMAND = new GenericCommandMessage(new MessageType("things.TakeThing"), "x");
    private static final CommandResultMessage DONE =
            new GenericCommandResultMessage(new MessageType("things.Done"), "done");

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void a_command_that_loses_races_is_tried_again_until_it_wins() {
        var bus = new ConflictRetryingCommandBus(failing(30, lostRace()));
        assertThat(bus.dispatch(COMMAND, null).join()).isSameAs(DONE);
        assertThat(tries).hasValue(31);
    }

    @Test
    void a_race_that_is_lost_inside_a_future_counts_as_well() {
        var bus = new ConflictRetryingCommandBus(failing(2, new CompletionException(lostRace())));
        assertThat(bus.dispatch(COMMAND, null).join()).isSameAs(DONE);
    }

    @Test
    void after_fifty_lost_races_the_sender_is_told() {
        var bus = new ConflictRetryingCommandBus(failing(1_000, lostRace()));
        assertThatThrownBy(bus.dispatch(COMMAND, null)::join)
                .cause()
                .isInstanceOf(LostTooManyRaces.class)
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(tries).hasValue(50);
    }

    @Test
    void any_other_failure_is_passed_on_at_once() {
        var bus = new ConflictRetryingCommandBus(failing(1, new Things.Taken("taken")));
        assertThatThrownBy(bus.dispatch(COMMAND, null)::join).hasCauseInstanceOf(Things.Taken.class);
        assertThat(tries).hasValue(1);
    }

    private static AppendEventsTransactionRejectedException lostRace() {
        return new AppendEventsTransactionRejectedException("lost");
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
