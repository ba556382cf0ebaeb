package org.tansiq.bench;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.JoinAction;
import org.tansiq.domain.actions.LeaveAction;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.CompleteTask;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.domain.tasks.TaskId;

/** What callers send, one command a turn. */
final class Work {
    /** So many commands share one hot action, then all go on to the next: its history stays as long for few as for many. */
    private static final int COMMANDS_PER_ACTION = 50;

    private static final Instant NOW = Instant.parse("2018-02-24T12:00:00Z");
    static final String WORDS =
            "Candles at the fountain from seven, speakers at half past; bring water and the big banner. "
                    + "The permit covers the north side only. Three stewards are still wanted.";
    private static final Text TITLE = Text.ofBoth("إضاءة الشموع عند النافورة", "Candles at the fountain");
    private static final Text NEEDED = Text.ofBoth(
            "نحتاج إلى ثلاثة متطوعين لتوزيع الشموع والماء عند المدخل الشمالي، وإلى من يتحدث مع الشرطة حول التصريح.",
            WORDS + " " + WORDS);

    private Work() {}

    /** Each caller fills diaries of its own, one after the other. */
    static IntFunction<Runnable> diaries(Bus bus, long seed) {
        return caller -> {
            var random = new SplittableRandom(seed + caller);
            return new Runnable() {
                private String diary = "";
                private int entries = Diary.ENTRIES_MAX;

                @Override
                public void run() {
                    if (entries == Diary.ENTRIES_MAX) {
                        diary = Encoder.uuid(random);
                        entries = 0;
                    }
                    entries++;
                    bus.send(new WriteEntry("ghouta-" + caller % 16, diary, "org-" + caller, WORDS, NOW));
                }
            };
        };
    }

    /** Each caller opens a task, claims, releases, claims again and completes it: decisions of the domain. */
    static IntFunction<Runnable> tasks(Bus bus, CoalitionId coalition, List<OrganizationId> members, long seed) {
        return caller -> {
            var random = new SplittableRandom(seed + caller);
            var by = members.get(caller % members.size());
            return new Runnable() {
                private TaskId task = new TaskId("none");
                private int turn;

                @Override
                public void run() {
                    bus.send(
                            switch (turn++ % 5) {
                                case 0 -> {
                                    task = new TaskId(Encoder.uuid(random));
                                    yield new OpenTask(coalition, task, by, TITLE, NEEDED, null, null, NOW);
                                }
                                case 2 -> new ReleaseTask(coalition, task, by, NOW);
                                case 4 -> new CompleteTask(coalition, task, by, NOW);
                                default -> new ClaimTask(coalition, task, by, NOW);
                            });
                }
            };
        };
    }

    /** All callers join and leave one action, each for an organisation of its own. */
    static IntFunction<Runnable> oneAction(
            Bus bus, CoalitionId coalition, List<OrganizationId> members, List<ActionId> actions) {
        var done = new LongAdder();
        return caller -> {
            var by = members.get(caller);
            return new Runnable() {
                private ActionId mine = actions.getFirst();
                private boolean isIn;

                @Override
                public void run() {
                    var hot = actions.get((int) (done.sum() / COMMANDS_PER_ACTION) % actions.size());
                    if (!hot.equals(mine)) {
                        mine = hot;
                        isIn = false;
                    }
                    bus.send(isIn ? new LeaveAction(coalition, hot, by, NOW) : new JoinAction(coalition, hot, by, NOW));
                    isIn = !isIn;
                    done.increment();
                }
            };
        };
    }
}
