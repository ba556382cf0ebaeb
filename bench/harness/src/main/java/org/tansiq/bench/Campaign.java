package org.tansiq.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.CityCommitted;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedCalled;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.ResourceBooked;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.resources.ResourceOffered;
import org.tansiq.domain.resources.ResourceReturned;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.TaskClaimed;
import org.tansiq.domain.tasks.TaskCompleted;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.domain.tasks.TaskOpened;
import org.tansiq.domain.tasks.TaskReleased;

/**
 * Years of many coalitions, as facts that decisions would have allowed: tasks opened, claimed and released, actions in many
 * cities and some moved or cancelled, calls that cities answer, resources lent. Many lives go on at a time, so the events of
 * one lie far apart. The same seed gives the same campaign.
 */
final class Campaign {
    /** The next thing that happens in a life, as one commit. */
    private interface Step extends Function<Instant, List<Fact>> {}

    /** A task of exactly {@value #TASK_EVENTS} events that {@code holder} holds. */
    record HeldTask(CoalitionId coalition, TaskId task, OrganizationId holder) {}

    private record Coalition(CoalitionId id, List<OrganizationId> members) {}

    static final int TASK_EVENTS = 10;

    private static final int LIVES_AT_A_TIME = 2_000;
    private static final int COALITION_EVENTS = 5_000;
    private static final Duration BETWEEN = Duration.ofSeconds(90);
    private static final Instant START = Instant.parse("2016-01-04T08:00:00Z");
    private static final List<Place> PLACES = places();
    static final Text NEEDED = Text.ofBoth(
            "نحتاج إلى ثلاثة متطوعين لتوزيع الشموع والماء عند المدخل الشمالي، وإلى من يتحدث مع الشرطة حول التصريح.",
            "Three volunteers to hand out candles and water at the north entrance, and one who talks to the police"
                    + " about the permit. Speakers and the big banner come with the van at six.");

    private final SplittableRandom random;
    private final Consumer<List<Fact>> commits;
    private final List<HeldTask> heldTasks = new ArrayList<>();
    private final List<Coalition> coalitions = new ArrayList<>();
    private Instant now = START;
    private int counted;
    private long told;

    /** @param commits gets what happens, one commit at a time */
    Campaign(long seed, Consumer<List<Fact>> commits) {
        random = new SplittableRandom(seed);
        this.commits = commits;
    }

    List<HeldTask> heldTasks() {
        return heldTasks;
    }

    /** Tells it from the start until {@code events} have happened, the last commit whole. */
    void tell(long events) {
        found(Math.clamp(events / COALITION_EVENTS, 3, 200));
        var lives = new ArrayList<Deque<Step>>();
        for (var i = 0; i < Math.min(LIVES_AT_A_TIME, events / 40); i++) {
            lives.add(newLife());
        }
        while (told < events) {
            var at = random.nextInt(lives.size());
            var life = lives.get(at);
            now = now.plus(BETWEEN);
            tell(life.remove().apply(now));
            if (life.isEmpty()) {
                lives.set(at, newLife());
            }
        }
    }

    private void tell(List<Fact> commit) {
        commits.accept(commit);
        told += commit.size();
    }

    private void found(int howMany) {
        var organizations = new ArrayList<OrganizationId>();
        for (var i = 0; i < 20 + 2 * howMany; i++) {
            var organization = new OrganizationId(newId());
            organizations.add(organization);
            tell(List.of(new OrganizationRegistered(
                    organization, Text.ofBoth("منظمة " + i, "Syria campaign group " + i), now)));
        }
        for (var i = 0; i < howMany; i++) {
            var first = random.nextInt(organizations.size());
            var members = new ArrayList<OrganizationId>();
            for (var m = 0; m < 5 + random.nextInt(15); m++) {
                members.add(organizations.get((first + m) % organizations.size()));
            }
            var id = new CoalitionId(newId());
            coalitions.add(new Coalition(id, members));
            tell(List.of(new CoalitionFounded(
                    id, members.getFirst(), Text.ofBoth("تحالف " + i, "Coalition " + i), Text.of("en", ""), now)));
            for (var member : members.subList(1, members.size())) {
                tell(List.of(new OrganizationJoined(id, member, new InvitationId(newId()), null, now)));
            }
        }
    }

    private Deque<Step> newLife() {
        var coalition = any(coalitions);
        var dice = random.nextInt(100);
        var steps = new ArrayDeque<Step>();
        if (dice < 60) {
            task(coalition, steps);
        } else if (dice < 85) {
            action(coalition, steps);
        } else if (dice < 97) {
            resource(coalition, steps);
        } else {
            call(coalition, steps);
        }
        return steps;
    }

    private void task(Coalition coalition, Deque<Step> steps) {
        var c = coalition.id();
        var task = open(coalition, steps);
        var isHeldOn = random.nextInt(10) < 7;
        var claims = isHeldOn ? TASK_EVENTS / 2 : 1 + random.nextInt(3);
        for (var i = 1; i <= claims; i++) {
            var holder = any(coalition.members());
            var isLast = i == claims;
            steps.add(at -> {
                if (isLast && isHeldOn) {
                    heldTasks.add(new HeldTask(c, task, holder));
                }
                return List.of(new TaskClaimed(c, task, holder, at));
            });
            if (!isLast) {
                steps.add(at -> List.of(new TaskReleased(c, task, holder, at)));
            } else if (!isHeldOn) {
                steps.add(at -> List.of(new TaskCompleted(c, task, holder, at)));
            }
        }
    }

    private TaskId open(Coalition coalition, Deque<Step> steps) {
        var task = new TaskId(newId());
        var opener = any(coalition.members());
        var title = Text.ofBoth("إضاءة الشموع " + counted, "Candles and water, shift " + counted++);
        steps.add(at -> List.of(
                new TaskOpened(coalition.id(), task, opener, title, NEEDED, at.plus(Duration.ofDays(20)), null, at)));
        return task;
    }

    private void action(Coalition coalition, Deque<Step> steps) {
        var c = coalition.id();
        var action = new ActionId(newId());
        var by = any(coalition.members());
        var title = Text.ofBoth("وقفة من أجل الغوطة " + counted, "Vigil for Ghouta " + counted++);
        var venue = venue();
        var slot = new Slot[] {slot(any(PLACES))};
        steps.add(at -> List.of(new ActionScheduled(
                c,
                action,
                by,
                title,
                any(List.of(ActionKind.values())),
                slot[0],
                venue,
                List.of("#SaveGhouta", "#انقذوا_الغوطة"),
                null,
                null,
                Set.of(),
                at)));
        for (var i = random.nextInt(4); i > 0; i--) {
            var joining = any(coalition.members());
            steps.add(at -> List.of(new OrganizerJoined(c, action, joining, at)));
        }
        var dice = random.nextInt(10);
        if (dice < 3) {
            steps.add(at -> {
                var was = slot[0];
                slot[0] = slot(was.place());
                return List.of(new ActionRescheduled(c, action, by, title, null, was, slot[0], venue, Set.of(), at));
            });
        } else if (dice == 3) {
            steps.add(at -> List.of(
                    new ActionCancelled(c, action, by, slot[0], Text.of("en", "The permit was withdrawn."), at)));
        }
    }

    private void resource(Coalition coalition, Deque<Step> steps) {
        var c = coalition.id();
        var resource = new ResourceId(newId());
        var owner = any(coalition.members());
        var task = open(coalition, steps);
        steps.add(at -> List.of(new ResourceOffered(
                c,
                resource,
                owner,
                any(List.of(ResourceKind.values())),
                Text.ofBoth("مكبر صوت " + counted, "Loudspeaker " + counted++),
                Text.of("en", "With two batteries and a stand; to be fetched at the office before five."),
                4,
                Set.of(),
                any(PLACES),
                null,
                null,
                at)));
        for (var i = 1 + random.nextInt(5); i > 0; i--) {
            var booking = new BookingId(newId());
            var by = any(coalition.members());
            steps.add(at -> List.of(new ResourceBooked(
                    c,
                    resource,
                    booking,
                    by,
                    1,
                    at.plus(Duration.ofDays(3)),
                    at.plus(Duration.ofDays(4)),
                    new ForTask(task),
                    at)));
            steps.add(at -> List.of(new ResourceReturned(c, resource, booking, by, at)));
        }
    }

    private void call(Coalition coalition, Deque<Step> steps) {
        var c = coalition.id();
        var call = new SynchronizedId(newId());
        var caller = any(coalition.members());
        var title = Text.ofBoth("دقيقة صمت " + counted, "A minute of silence " + counted++);
        var moment = new Moment.SameInstant(someHour());
        steps.add(at -> List.of(new SynchronizedCalled(
                c,
                call,
                caller,
                title,
                ActionKind.VIGIL,
                moment,
                Duration.ofHours(1),
                12,
                null,
                List.of("#SaveGhouta"),
                at)));
        var cities = 2 + random.nextInt(8);
        var first = random.nextInt(PLACES.size());
        for (var i = 0; i < cities; i++) {
            var place = PLACES.get((first + i) % PLACES.size());
            var by = any(coalition.members());
            var action = new ActionId(newId());
            var slot = new Slot(place, moment.instant(), moment.instant().plus(Duration.ofHours(1)));
            steps.add(at -> List.of(
                    new CityCommitted(c, call, place, by, action, at),
                    new ActionScheduled(
                            c,
                            action,
                            by,
                            title,
                            ActionKind.VIGIL,
                            slot,
                            venue(),
                            List.of("#SaveGhouta"),
                            null,
                            call,
                            Set.of(),
                            at)));
        }
    }

    private Venue venue() {
        return new Venue(Text.ofBoth("ساحة " + random.nextInt(40), "Square " + random.nextInt(40)), null);
    }

    private Slot slot(Place place) {
        var from = someHour();
        return new Slot(place, from, from.plus(Duration.ofMinutes(30L * (1 + random.nextInt(6)))));
    }

    /** Over the months to come. */
    private Instant someHour() {
        return now.plus(Duration.ofHours(24 + random.nextInt(24 * 90)));
    }

    private String newId() {
        return Encoder.uuid(random);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<Place> places() {
        var cities = new String[][] {
            {"DE", "Europe/Berlin", "berlin", "برلين"}, {"DE", "Europe/Berlin", "hamburg", "هامبورغ"},
            {"DE", "Europe/Berlin", "munich", "ميونخ"}, {"DE", "Europe/Berlin", "cologne", "كولونيا"},
            {"FR", "Europe/Paris", "paris", "باريس"}, {"FR", "Europe/Paris", "lyon", "ليون"},
            {"GB", "Europe/London", "london", "لندن"}, {"GB", "Europe/London", "manchester", "مانشستر"},
            {"SE", "Europe/Stockholm", "malmo", "مالمو"}, {"SE", "Europe/Stockholm", "stockholm", "ستوكهولم"},
            {"NL", "Europe/Amsterdam", "amsterdam", "أمستردام"}, {"BE", "Europe/Brussels", "brussels", "بروكسل"},
            {"ES", "Europe/Madrid", "madrid", "مدريد"}, {"IT", "Europe/Rome", "rome", "روما"},
            {"AT", "Europe/Vienna", "vienna", "فيينا"}, {"CH", "Europe/Zurich", "geneva", "جنيف"},
            {"TR", "Europe/Istanbul", "istanbul", "إسطنبول"}, {"TR", "Europe/Istanbul", "gaziantep", "غازي عنتاب"},
            {"SY", "Asia/Damascus", "idlib", "إدلب"}, {"SY", "Asia/Damascus", "daraa", "درعا"},
            {"JO", "Asia/Amman", "amman", "عمان"}, {"LB", "Asia/Beirut", "beirut", "بيروت"},
            {"US", "America/New_York", "new-york", "نيويورك"}, {"US", "America/Chicago", "chicago", "شيكاغو"},
            {"US", "America/Los_Angeles", "los-angeles", "لوس أنجلوس"}, {"CA", "America/Toronto", "toronto", "تورونتو"},
            {"AU", "Australia/Sydney", "sydney", "سيدني"}, {"JP", "Asia/Tokyo", "tokyo", "طوكيو"},
        };
        var places = new ArrayList<Place>();
        for (var city : cities) {
            places.add(new Place(
                    new CityId(city[0].toLowerCase(Locale.ROOT) + "-" + city[2]),
                    ZoneId.of(city[1]),
                    city[0],
                    Text.ofBoth(city[3], city[2])));
        }
        return List.copyOf(places);
    }
}
