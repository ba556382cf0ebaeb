package org.tansiq.infra.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.MemberEvent;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.tasks.TaskClaimed;
import org.tansiq.domain.tasks.TaskEvent;
import org.tansiq.domain.tasks.TaskId;

class EventTypesTest {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final TaskClaimed CLAIMED =
            new TaskClaimed(new CoalitionId("ghouta"), new TaskId("permit"), new OrganizationId("berlin"), NOW);

    private final EventTypes types = EventTypes.of(List.of(TaskEvent.class, MemberEvent.class));

    @Event(namespace = "tasks", name = "TaskClaimed", version = "1")
    record Again(Instant at) implements Fact {}

    @Event(version = "1")
    record Nameless(Instant at) implements Fact {}

    record Unannotated(Instant at) implements Fact {}

    @Test
    void every_event_of_a_family_is_found_by_its_name() {
        assertThat(types.byName())
                .containsEntry("tasks.TaskClaimed", TaskClaimed.class)
                .containsEntry("members.CoalitionFounded", CoalitionFounded.class);
        assertThat(EventTypes.nameOf(TaskClaimed.class)).isEqualTo("tasks.TaskClaimed");
        assertThat(EventTypes.versionOf(TaskClaimed.class)).isEqualTo("1");
    }

    @Test
    void what_was_written_is_read_again() {
        assertThat(types.decode("tasks.TaskClaimed", "1", Json.write(CLAIMED))).isEqualTo(CLAIMED);
    }

    @Test
    void a_family_named_twice_is_no_clash() {
        assertThat(EventTypes.of(List.of(TaskEvent.class, TaskClaimed.class)).byName())
                .isEqualTo(EventTypes.of(List.of(TaskEvent.class)).byName());
    }

    @Test
    void one_name_for_two_events_is_refused() {
        assertThatThrownBy(() -> EventTypes.of(List.of(TaskEvent.class, Again.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tasks.TaskClaimed")
                .hasMessageContaining(Again.class.getName())
                .hasMessageContaining(TaskClaimed.class.getName());
    }

    @Test
    void an_event_without_a_name_of_its_own_is_refused() {
        assertThatThrownBy(() -> EventTypes.of(List.of(Nameless.class))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventTypes.of(List.of(Unannotated.class)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_not_known_cannot_be_read() {
        assertThatThrownBy(() -> types.decode("tasks.TaskPainted", "1", "{}"))
                .isInstanceOf(UnreadableJson.class)
                .hasMessageContaining("tasks.TaskPainted");
        assertThatThrownBy(() -> types.decode("tasks.TaskClaimed", "2", Json.write(CLAIMED)))
                .isInstanceOf(UnreadableJson.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> types.decode("tasks.TaskClaimed", "1", "[]")).isInstanceOf(UnreadableJson.class);
    }

    @Test
    void a_reader_that_goes_on_gets_a_stand_in() {
        var json = "{\"task\":7".getBytes(StandardCharsets.UTF_8);
        assertThat(types.decodeOrUnreadable("tasks.TaskClaimed", "1", json, NOW))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                    assertThat(unreadable.name()).isEqualTo("tasks.TaskClaimed");
                    assertThat(unreadable.at()).isEqualTo(NOW);
                });
        assertThat(types.decodeOrUnreadable(
                        "tasks.TaskClaimed", "1", Json.write(CLAIMED).getBytes(StandardCharsets.UTF_8), NOW))
                .isEqualTo(CLAIMED);
    }
}
