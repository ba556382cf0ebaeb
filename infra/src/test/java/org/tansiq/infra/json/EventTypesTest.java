package org.tansiq.infra.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static final Lift OPENED = new Lift("tasks.TaskOpened", 1, opened -> opened);

    private final EventTypes types = EventTypes.of(List.of(TaskEvent.class, MemberEvent.class), List.of(OPENED));

    @Event(namespace = "tasks", name = "TaskClaimed", version = "1")
    record Again(Instant at) implements Fact {}

    @Event(version = "1")
    record Nameless(Instant at) implements Fact {}

    record Unannotated(Instant at) implements Fact {}

    @Event(namespace = "lamps", name = "LampLit", version = "3")
    record Lit(int lumen, Instant at) implements Fact {}

    @Event(namespace = "lamps", name = "LampLit", version = "0.0.1")
    record Unordered(Instant at) implements Fact {}

    private static final Lift TO_WATTS = new Lift(
            "lamps.LampLit", 1, lit -> lit.put("watts", lit.remove("power").intValue()));
    private static final Lift TO_LUMEN = new Lift(
            "lamps.LampLit", 2, lit -> lit.put("lumen", 10 * lit.remove("watts").intValue()));

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
        assertThat(EventTypes.of(List.of(TaskEvent.class, TaskClaimed.class), List.of(OPENED))
                        .byName())
                .isEqualTo(
                        EventTypes.of(List.of(TaskEvent.class), List.of(OPENED)).byName());
    }

    @Test
    void one_name_for_two_events_is_refused() {
        assertThatThrownBy(() -> EventTypes.of(List.of(TaskEvent.class, Again.class), List.of(OPENED)))
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
        var json = "{\"task\":7";
        assertThat(types.decodeOrUnreadable("tasks.TaskClaimed", "1", json, NOW))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                    assertThat(unreadable.name()).isEqualTo("tasks.TaskClaimed");
                    assertThat(unreadable.at()).isEqualTo(NOW);
                });
        assertThat(types.decodeOrUnreadable("tasks.TaskClaimed", "1", Json.write(CLAIMED), NOW))
                .isEqualTo(CLAIMED);
    }

    @Test
    void an_older_version_is_lifted_step_by_step() {
        var lamps = EventTypes.of(List.of(Lit.class), List.of(TO_LUMEN, TO_WATTS));
        var lit = new Lit(400, NOW);

        assertThat(lamps.decode("lamps.LampLit", "1", "{\"power\":40,\"at\":\"" + NOW + "\"}"))
                .isEqualTo(lit);
        assertThat(lamps.decode("lamps.LampLit", "2", "{\"watts\":40,\"at\":\"" + NOW + "\"}"))
                .isEqualTo(lit);
        assertThat(lamps.decode("lamps.LampLit", "3", Json.write(lit))).isEqualTo(lit);
        assertThat(lamps.lift("lamps.LampLit", "3", " {} ")).isEqualTo(" {} ");
        assertThat(lamps.present("lamps.LampLit")).isEqualTo("3");
    }

    @Test
    void a_version_that_is_not_known_yet_or_is_none_cannot_be_read() {
        var lamps = EventTypes.of(List.of(Lit.class), List.of(TO_WATTS, TO_LUMEN));

        assertThat(lamps.knows("lamps.LampLit", "1")).isTrue();
        for (var version : List.of("4", "0", "-1", "1.0", "", "99999999999")) {
            assertThat(lamps.knows("lamps.LampLit", version)).isFalse();
            assertThatThrownBy(() -> lamps.decode("lamps.LampLit", version, Json.write(new Lit(1, NOW))))
                    .isInstanceOf(UnreadableJson.class)
                    .hasMessageContaining("version 3 is the newest that is known here");
        }
    }

    @Test
    void a_step_that_fails_leaves_the_event_unreadable_and_says_nothing_of_what_is_in_it() {
        var lamps = EventTypes.of(List.of(Lit.class), List.of(TO_WATTS, TO_LUMEN));

        assertThatThrownBy(() -> lamps.decode("lamps.LampLit", "1", "{\"secret\":1}"))
                .isInstanceOf(UnreadableJson.class)
                .hasMessageContaining("from version 1")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> lamps.decode("lamps.LampLit", "1", "[]")).isInstanceOf(UnreadableJson.class);
    }

    @Test
    void steps_with_a_gap_or_too_many_are_refused_at_start() {
        for (var steps : List.<List<Lift>>of(
                List.of(),
                List.of(TO_WATTS),
                List.of(TO_LUMEN),
                List.of(TO_WATTS, TO_LUMEN, TO_LUMEN),
                List.of(TO_WATTS, TO_LUMEN, new Lift("lamps.LampLit", 3, lit -> lit)),
                List.of(TO_WATTS, TO_LUMEN, new Lift("lamps.LampBroken", 1, lit -> lit)))) {
            assertThatThrownBy(() -> EventTypes.of(List.of(Lit.class), steps))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("lamps.Lamp");
        }
        assertThatThrownBy(() -> new Lift("lamps.LampLit", 0, lit -> lit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventTypes.of(List.of(Unordered.class))).isInstanceOf(IllegalArgumentException.class);
    }
}
