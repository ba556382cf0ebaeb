package org.tansiq.infra.logtool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.Flaw.Kind;
import org.tansiq.infra.wiring.Catalogue;
import org.tansiq.infra.wiring.Projections;

/** What is wrong is found and told where it is, and a sound log is told to be sound. */
abstract class LogCheckContract {
    private final House house;

    LogCheckContract(House house) {
        this.house = house;
    }

    @BeforeEach
    void campaign() {
        try (var installation = house.start()) {
            Campaign.run(installation);
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_sound_log_has_no_flaws() {
        var told = new ArrayList<Flaw>();
        var result = check(told);

        assertThat(told).isEmpty();
        assertThat(result.events()).isEqualTo(Campaign.EVENTS);
        assertThat(result.commits()).isEqualTo(Campaign.COMMITS);
        assertThat(result.projections()).isEqualTo(Projections.all().size());
        assertThat(result.wrong()).isZero();
    }

    @Test
    void looking_twice_tells_the_same_and_the_server_goes_on_after_it() {
        check(new ArrayList<>());
        try (var installation = house.start()) {
            installation.commands().carryOut(Campaign.more(), Campaign.actor(), null);
            Campaign.settle(installation);
        }
        assertThat(check(new ArrayList<>()).events()).isEqualTo(Campaign.EVENTS + 1);
        assertThat(flaws()).isEmpty();
    }

    @Test
    void an_event_that_is_missing_in_its_commit_is_a_gap() {
        house.removeEvent(Campaign.TWO + 1);
        assertThat(flaws()).contains(flaw(Kind.GAP, "from", "6", "to", "6"));
    }

    @Test
    void a_commit_that_is_missing_is_a_gap() {
        house.removeCommit(Campaign.OPENED);
        assertThat(flaws())
                .contains(flaw(Kind.GAP, "from", "2", "to", "2"))
                .anyMatch(flaw -> flaw.kind() == Kind.COMMIT_APART
                        && "3".equals(flaw.where().get("position")));
    }

    @Test
    void an_id_that_is_there_twice_is_told_with_both_places() {
        house.setEvent(0, "id", "same");
        house.setEvent(4, "id", "same");
        assertThat(flaws()).containsExactly(flaw(Kind.EVENT_ID_TWICE, "position", "4", "first", "0"));

        house.setCommitId(1, "once");
        house.setCommitId(2, "once");
        assertThat(flaws()).contains(flaw(Kind.COMMIT_ID_TWICE, "position", "2", "first", "1", "commit", "once"));
    }

    @Test
    void what_cannot_be_read_is_told_without_what_stands_in_it() {
        house.setEvent(0, "payload", "{\"secret\":\"name\"}");
        house.setEvent(1, "name", "members.CoalitionPainted");
        house.setEvent(Campaign.OPENED, "version", "7");
        var flaws = flaws();

        assertThat(flaws)
                .contains(
                        flaw(
                                Kind.PAYLOAD_UNREADABLE,
                                "position",
                                "0",
                                "event",
                                "members.OrganizationRegistered",
                                "version",
                                "1"),
                        flaw(Kind.EVENT_UNKNOWN, "position", "1", "event", "members.CoalitionPainted"),
                        flaw(Kind.VERSION_UNKNOWN, "position", "2", "event", "tasks.TaskOpened", "version", "7"))
                .noneMatch(flaw -> flaw.kind() == Kind.NOT_PARKED
                        && "2".equals(flaw.where().get("position")));
        assertThat(flaws.toString()).doesNotContain("secret");
    }

    @Test
    void a_record_that_is_no_event_at_all_is_told() {
        house.setEvent(3, "metadata", "no json");
        assertThat(flaws()).contains(flaw(Kind.RECORD_DAMAGED, "position", "3"));
    }

    @Test
    void an_event_without_the_tag_of_a_boundary_is_told() {
        house.removeTag(Campaign.OPENED, "task");
        assertThat(flaws())
                .containsExactly(flaw(Kind.TAGS_MISSING, "position", "2", "event", "tasks.TaskOpened", "tags", "task"));
    }

    @Test
    void an_index_that_lacks_a_tag_is_told() {
        house.removeTagFromIndex(Campaign.OPENED, "task");
        assertThat(flaws()).containsExactly(flaw(Kind.INDEX_LACKS, "position", "2"));
    }

    @Test
    void an_index_with_a_tag_that_no_event_has_is_told() {
        house.addTagToIndex(0, "task");
        assertThat(flaws()).containsExactly(flaw(Kind.INDEX_TOO_MANY, "position", "0"));
    }

    @Test
    void rows_that_the_log_does_not_give_are_told() {
        house.rows().set("tasks", "permit", "{\"id\":\"permit\"}");
        house.rows().remove("coalitions", "ghouta");
        house.rows().add("organizations", "nobody", "{}");
        assertThat(flaws())
                .containsExactlyInAnyOrder(
                        flaw(Kind.ROW_DIFFERS, "view", "tasks", "row", "permit"),
                        flaw(Kind.ROW_MISSING, "view", "coalitions", "row", "ghouta"),
                        flaw(Kind.ROW_TOO_MANY, "view", "organizations", "row", "nobody"));
    }

    @Test
    void rows_are_not_looked_at_when_only_the_log_is_asked_for() {
        house.rows().set("tasks", "permit", "{}");
        try (var store = OpenLog.existing(house.place())) {
            var result = LogCheck.run(store.scan(), null, Catalogue.present(), flaw -> {});
            assertThat(result.wrong()).isZero();
            assertThat(result.projections()).isZero();
        }
    }

    @Test
    void an_event_that_is_parked_and_could_be_applied_is_told_and_left_out() {
        house.rows().park("tasks", Campaign.OPENED + 1);
        assertThat(flaws())
                .containsExactlyInAnyOrder(
                        flaw(Kind.PARKED_APPLIES, "projection", "tasks", "position", "3"),
                        flaw(Kind.ROW_DIFFERS, "view", "tasks", "row", "permit"),
                        flaw(Kind.ROW_KEYS_DIFFER, "view", "tasks", "row", "permit"));
    }

    @Test
    void rows_that_stand_further_on_than_the_log_are_told() {
        house.removeEvent(Campaign.TWO + 1);
        house.removeCommit(Campaign.TWO);
        assertThat(flaws()).contains(flaw(Kind.ROWS_AHEAD, "projection", "calendar", "next", "7", "head", "5"));
    }

    private LogCheck.Result check(List<Flaw> told) {
        try (var store = OpenLog.existing(house.place())) {
            return LogCheck.run(store.scan(), store.rows().orElseThrow(), Catalogue.present(), told::add);
        }
    }

    private List<Flaw> flaws() {
        var told = new ArrayList<Flaw>();
        var result = check(told);
        assertThat(result.wrong())
                .isEqualTo(told.stream().filter(flaw -> flaw.kind().isWrong()).count());
        return told;
    }

    private static Flaw flaw(Kind kind, String... where) {
        return Flaw.of(kind, (Object[]) where);
    }
}
