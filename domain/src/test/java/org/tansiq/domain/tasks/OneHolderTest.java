package org.tansiq.domain.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.tasks.Permit.NEEDED;
import static org.tansiq.domain.tasks.Permit.PERMIT;
import static org.tansiq.domain.tasks.Permit.TITLE;
import static org.tansiq.domain.tasks.Permit.openedBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Refusal;

/** Whoever asks for what, in whatever order: what the decisions let through is a history that can have happened. */
class OneHolderTest {
    private static final List<OrganizationId> ORGANIZATIONS =
            List.of(new OrganizationId("a"), new OrganizationId("b"), new OrganizationId("c"));

    private enum Wish {
        OPEN,
        CLAIM,
        RELEASE,
        HAND_OVER,
        ACCEPT,
        DECLINE,
        COMPLETE,
        CANCEL
    }

    record Step(Wish wish, OrganizationId by, OrganizationId other, boolean steward) {}

    @Property
    void a_task_has_at_most_one_holder_and_ends_once(@ForAll("steps") List<Step> steps) {
        var task = new Task().on(openedBy(ORGANIZATIONS.get(0)));
        var history = new History();
        for (var step : steps) {
            for (var event : attempt(step, task)) {
                history.add(event);
                task = evolve(task, event);
            }
            assertThat(task.state() instanceof Task.Held held ? held.holder() : null)
                    .isEqualTo(history.holder);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                often(5, Wish.CLAIM),
                                often(3, Wish.RELEASE),
                                often(5, Wish.HAND_OVER),
                                often(5, Wish.ACCEPT),
                                often(3, Wish.DECLINE),
                                often(1, Wish.OPEN),
                                often(1, Wish.COMPLETE),
                                often(1, Wish.CANCEL)),
                        Arbitraries.of(ORGANIZATIONS),
                        Arbitraries.of(ORGANIZATIONS),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .filter(step -> step.wish() != Wish.HAND_OVER || !step.by().equals(step.other()))
                .list()
                .ofMaxSize(60);
    }

    private static Tuple.Tuple2<Integer, Wish> often(int weight, Wish wish) {
        return Tuple.of(weight, wish);
    }

    private static List<TaskEvent> attempt(Step step, Task task) {
        var by = step.by();
        var state = task.in(GHOUTA, PERMIT, by);
        try {
            return switch (step.wish()) {
                case OPEN ->
                    OpeningTasks.decide(new OpenTask(GHOUTA, PERMIT, by, TITLE, NEEDED, null, null, NOW), state);
                case CLAIM -> ClaimingTasks.decide(new ClaimTask(GHOUTA, PERMIT, by, NOW), state);
                case RELEASE -> ReleasingTasks.decide(new ReleaseTask(GHOUTA, PERMIT, by, NOW), state);
                case HAND_OVER ->
                    HandingOverTasks.decide(new HandOverTask(GHOUTA, PERMIT, step.other(), by, NOW), state, true);
                case ACCEPT -> AcceptingHandOvers.decide(new AcceptHandOver(GHOUTA, PERMIT, by, NOW), state);
                case DECLINE -> DecliningHandOvers.decide(new DeclineHandOver(GHOUTA, PERMIT, by, NOW), state);
                case COMPLETE -> CompletingTasks.decide(new CompleteTask(GHOUTA, PERMIT, by, NOW), state);
                case CANCEL ->
                    CancellingTasks.decide(new CancelTask(GHOUTA, PERMIT, by, NEEDED, NOW), state, step.steward());
            };
        } catch (Refusal refused) {
            return List.of();
        }
    }

    private static Task evolve(Task task, TaskEvent event) {
        return switch (event) {
            case TaskOpened e -> task.on(e);
            case TaskClaimed e -> task.on(e);
            case TaskReleased e -> task.on(e);
            case HandOverOffered e -> task.on(e);
            case HandOverDeclined e -> task.on(e);
            case TaskHandedOver e -> task.on(e);
            case TaskCompleted e -> task.on(e);
            case TaskCancelled e -> task.on(e);
            case TaskShown e -> task.on(e);
        };
    }

    /** Reads the events alone, as an auditor would, and knows nothing of the states that decided them. */
    private static final class History {
        private @Nullable OrganizationId holder;
        private @Nullable OrganizationId offeredTo;
        private boolean ended;

        void add(TaskEvent event) {
            assertThat(ended)
                    .as("nothing happens to a task that ended: %s", event)
                    .isFalse();
            switch (event) {
                case TaskOpened e -> throw new AssertionError("Opened twice: " + e);
                case TaskClaimed e -> {
                    assertThat(holder).as("the holder when it was claimed").isNull();
                    holder = e.by();
                }
                case TaskReleased e -> {
                    assertThat(e.by()).isEqualTo(holder);
                    holder = null;
                    offeredTo = null;
                }
                case HandOverOffered e -> {
                    assertThat(e.by()).isEqualTo(holder).isNotEqualTo(e.to());
                    offeredTo = e.to();
                }
                case HandOverDeclined e -> {
                    assertThat(offeredTo).isNotNull();
                    assertThat(e.by()).isIn(holder, offeredTo);
                    offeredTo = null;
                }
                case TaskHandedOver e -> {
                    assertThat(e.from()).isEqualTo(holder);
                    assertThat(e.to()).isEqualTo(offeredTo);
                    holder = e.to();
                    offeredTo = null;
                }
                case TaskCompleted e -> {
                    assertThat(e.by()).isEqualTo(holder);
                    ended = true;
                    holder = null;
                }
                case TaskCancelled e -> {
                    ended = true;
                    holder = null;
                }
                case TaskShown e -> throw new AssertionError("Nobody asked for that: " + e);
            }
        }
    }
}
