package org.tansiq.projections.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.tasks.TaskBoard.TASKS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.domain.tasks.HandOverDeclined;
import org.tansiq.domain.tasks.HandOverOffered;
import org.tansiq.domain.tasks.TaskCancelled;
import org.tansiq.domain.tasks.TaskClaimed;
import org.tansiq.domain.tasks.TaskCompleted;
import org.tansiq.domain.tasks.TaskEvent;
import org.tansiq.domain.tasks.TaskHandedOver;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.domain.tasks.TaskOpened;
import org.tansiq.domain.tasks.TaskReleased;
import org.tansiq.domain.tasks.TaskShown;
import org.tansiq.projections.shared.Audience;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.Twice;
import org.tansiq.projections.tasks.TaskRow.State;

class TaskBoardTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final OrganizationId PARIS = new OrganizationId("paris");
    private static final TaskId PERMIT = new TaskId("permit");
    private static final Text TITLE = Text.ofBoth("تصريح الشرطة", "Police permit");
    private static final Text NEEDED = Text.of("en", "by hand");
    private static final Text REASON = Text.of("en", "no permit is needed");
    private static final Instant DUE = at(20);
    private static final Slot SLOT = new Slot(
            new Place(new CityId("paris"), ZoneId.of("Europe/Paris"), "FR", Text.of("en", "Paris")), at(14), at(16));
    private static final TaskOpened OPENED =
            new TaskOpened(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, DUE, new ActionId("vigil"), at(10));
    private static final TaskClaimed HELD = new TaskClaimed(GHOUTA, PERMIT, BERLIN, at(11));
    private static final HandOverOffered OFFERED = new HandOverOffered(GHOUTA, PERMIT, BERLIN, PARIS, at(12));

    @Test
    void an_opened_task_waits_for_whoever_takes_it() {
        var rows = after();

        assertThat(permit(rows)).isEqualTo(row(State.OPEN, null, null, at(10), null));
        assertThat(rows.find(TASKS, "coalition:ghouta")).hasSize(1);
        assertThat(rows.find(TASKS, "action:vigil")).hasSize(1);
    }

    @Test
    void a_task_for_no_action_and_without_a_date_is_shown_too() {
        var rows = Twice.fold(
                new TaskBoard(), List.of(new TaskOpened(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, null, null, at(10))));

        assertThat(rows.all(TASKS))
                .containsExactly(new TaskRow(
                        "permit",
                        "ghouta",
                        TITLE,
                        NEEDED,
                        null,
                        null,
                        List.of(),
                        "paris",
                        State.OPEN,
                        null,
                        null,
                        at(10),
                        null,
                        Visibility.COALITION,
                        null));
        assertThat(permit(rows).keys()).containsExactly("coalition:ghouta");
    }

    @Test
    void a_claimed_task_shows_its_holder_since_then() {
        var rows = after(HELD);

        assertThat(permit(rows)).isEqualTo(row(State.HELD, "berlin", null, at(11), null));
        assertThat(rows.find(TASKS, "holder:berlin")).hasSize(1);
    }

    @Test
    void a_released_task_is_open_again_and_offered_to_nobody() {
        var rows = after(HELD, OFFERED, new TaskReleased(GHOUTA, PERMIT, BERLIN, at(13)));

        assertThat(permit(rows)).isEqualTo(row(State.OPEN, null, null, at(13), null));
        assertThat(rows.find(TASKS, "holder:berlin")).isEmpty();
        assertThat(rows.find(TASKS, "offered-to:paris")).isEmpty();
    }

    @Test
    void an_offered_task_is_still_its_holders() {
        var rows = after(HELD, OFFERED);

        assertThat(permit(rows)).isEqualTo(row(State.HELD, "berlin", "paris", at(11), null));
        assertThat(rows.find(TASKS, "holder:berlin")).hasSize(1);
        assertThat(rows.find(TASKS, "offered-to:paris")).hasSize(1);
    }

    @Test
    void a_declined_offer_is_gone() {
        assertThat(permit(after(HELD, OFFERED, new HandOverDeclined(GHOUTA, PERMIT, PARIS, at(13)))))
                .isEqualTo(row(State.HELD, "berlin", null, at(11), null));
    }

    @Test
    void a_task_that_was_handed_over_shows_its_new_holder_since_then() {
        var rows = after(HELD, OFFERED, new TaskHandedOver(GHOUTA, PERMIT, BERLIN, PARIS, at(13)));

        assertThat(permit(rows)).isEqualTo(row(State.HELD, "paris", null, at(13), null));
        assertThat(rows.find(TASKS, "holder:berlin")).isEmpty();
    }

    @Test
    void a_task_that_is_done_shows_who_did_it_and_is_held_by_nobody() {
        var rows = after(HELD, OFFERED, new TaskCompleted(GHOUTA, PERMIT, BERLIN, at(14)));

        assertThat(permit(rows)).isEqualTo(row(State.DONE, "berlin", null, at(14), null));
        assertThat(rows.find(TASKS, "holder:berlin")).isEmpty();
        assertThat(rows.find(TASKS, "offered-to:paris")).isEmpty();
    }

    @Test
    void a_cancelled_task_shows_why() {
        var rows = after(HELD, OFFERED, new TaskCancelled(GHOUTA, PERMIT, PARIS, REASON, at(14)));

        assertThat(permit(rows)).isEqualTo(row(State.CANCELLED, null, null, at(14), REASON));
        assertThat(rows.find(TASKS, "holder:berlin")).isEmpty();
    }

    @Test
    void what_is_for_some_is_found_as_guarded_and_remembers_who_saw_it_before() {
        var ours = new Visibility(Visibility.Reach.ORG, Set.of(), null);
        var rows = after(HELD, new TaskShown(GHOUTA, PERMIT, PARIS, ours, at(12)));

        assertThat(permit(rows).keys()).contains("guarded:ghouta").doesNotContain("public");
        assertThat(permit(rows).audience()).isEqualTo(new Audience(false, Set.of("berlin", "paris")));
        assertThat(permit(rows).once()).isEqualTo(new Audience(true, Set.of("berlin", "paris")));
        assertThat(permit(rows).outside().once()).isNull();
    }

    @Test
    void what_all_see_again_is_guarded_no_more() {
        var ours = new Visibility(Visibility.Reach.ORG, Set.of(), null);
        var everybody = new Visibility(Visibility.Reach.PUBLIC, Set.of(), null);
        var rows = after(
                new TaskShown(GHOUTA, PERMIT, PARIS, ours, at(12)),
                new TaskShown(GHOUTA, PERMIT, PARIS, everybody, at(13)));

        assertThat(permit(rows).keys()).contains("public").doesNotContain("guarded:ghouta");
        assertThat(permit(rows).once()).isNull();
    }

    @Test
    void whoever_gives_back_what_only_they_and_its_opener_saw_saw_it_once() {
        var ours = new Visibility(Visibility.Reach.ORG, Set.of(), null);
        var rows = Twice.fold(
                new TaskBoard(),
                List.of(
                        new TaskOpened(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, null, null, ours, at(10)),
                        HELD,
                        new TaskReleased(GHOUTA, PERMIT, BERLIN, at(13))));

        assertThat(permit(rows).audience()).isEqualTo(new Audience(false, Set.of("paris")));
        assertThat(permit(rows).once()).isEqualTo(new Audience(false, Set.of("berlin", "paris")));
    }

    private static RowsInMemory after(TaskEvent... events) {
        var all = new ArrayList<TaskEvent>(
                List.of(new TaskOpened(GHOUTA, PERMIT, PARIS, TITLE, NEEDED, DUE, new ActionId("vigil"), at(10))));
        all.addAll(List.of(events));
        return Twice.fold(new TaskBoard(), all);
    }

    private static TaskRow permit(RowsInMemory rows) {
        return rows.get(TASKS, "permit").orElseThrow();
    }

    @Test
    void a_task_stands_under_the_action_that_its_own_became_one_with() {
        var merged = permit(fold(merged("vigil", "march")));

        assertThat(merged.action()).isEqualTo("vigil");
        assertThat(merged.standsAt()).isEqualTo("march");
        assertThat(merged.keys()).contains("action:vigil", "action:march");
    }

    @Test
    void it_stands_under_its_own_again_when_that_is_undone() {
        var rows = fold(merged("vigil", "march"), undone("vigil", "march"));

        assertThat(permit(rows)).isEqualTo(permit(after()));
    }

    @Test
    void it_goes_along_with_merges_into_merges_and_back_one_by_one() {
        var into = merged("vigil", "march");
        var further = merged("march", "stand");
        var rows = fold(into, further);
        assertThat(permit(rows).under()).containsExactly("march", "stand");
        assertThat(permit(rows).standsAt()).isEqualTo("stand");
        assertThat(permit(rows).under(action -> !action.equals("stand")).standsAt())
                .isEqualTo("march");

        rows = fold(into, further, undone("march", "stand"));
        assertThat(permit(rows).under()).containsExactly("march");
    }

    private static RowsInMemory fold(Fact... then) {
        var all = new ArrayList<Fact>(List.of(OPENED));
        all.addAll(List.of(then));
        return Twice.fold(new TaskBoard(), all);
    }

    private static ActionsMerged merged(String gone, String into) {
        return new ActionsMerged(
                GHOUTA, new ActionId(into), new ActionId(gone), PARIS, PARIS, SLOT, Set.of(PARIS), at(12));
    }

    private static MergeUndone undone(String gone, String from) {
        return new MergeUndone(GHOUTA, new ActionId(from), new ActionId(gone), PARIS, SLOT, Set.of(), Set.of(), at(13));
    }

    private static TaskRow row(
            State state, @Nullable String holder, @Nullable String offeredTo, Instant since, @Nullable Text reason) {
        return new TaskRow(
                "permit",
                "ghouta",
                TITLE,
                NEEDED,
                DUE,
                "vigil",
                List.of(),
                "paris",
                state,
                holder,
                offeredTo,
                since,
                reason,
                Visibility.COALITION,
                null);
    }

    private static Instant at(int hour) {
        return Instant.parse("2018-02-19T00:00:00Z").plusSeconds(hour * 3_600L);
    }
}
