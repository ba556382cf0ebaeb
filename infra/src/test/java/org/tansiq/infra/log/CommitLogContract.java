package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the log has to do. */
public abstract class CommitLogContract {
    private static final Tag GHOUTA = new Tag("coalition", "ghouta");
    private static final Tag HOMS = new Tag("coalition", "homs");
    private static final Tag PERMIT = new Tag("task", "permit");
    private static final Tag BANNER = new Tag("task", "banner");

    private final List<CommitLog> opened = new ArrayList<>();
    protected CommitLog log;

    /** Opens the store of this test, the same one each time. */
    protected abstract CommitLog openStore();

    protected final CommitLog open() {
        var another = openStore();
        opened.add(another);
        return another;
    }

    @BeforeEach
    void openLog() {
        log = open();
    }

    @AfterEach
    void closeLogs() {
        opened.forEach(CommitLog::close);
    }

    @Test
    void a_new_log_is_empty() {
        assertThat(log.head()).isZero();
        assertThat(log.read(0, 10)).isEmpty();
        assertThat(log.find("x")).isEmpty();
        assertThat(positions(Selection.all(), 0, 10)).isEmpty();
    }

    @Test
    void what_was_appended_is_read_as_it_was_written() {
        var payload =
                "{\"title\":{\"ar\":\"وقفة أمام السفارة\",\"en\":\"Vigil \\\"now\\\" \\u0000 🕯\"} , \"n\": 1.50 }";
        var event = new StoredEvent(
                "e1",
                "tasks.TaskOpened",
                "2",
                1_519_041_600_123L,
                Map.of("user", "p-1", "correlation.id", "c", "$where", "متظاهر"),
                Set.of(GHOUTA, PERMIT, new Tag("a=b\\c", "d=e\\f g"), new Tag("place-day", "حمص/2018-02-24")),
                payload);
        var bare = new StoredEvent("e2", "tasks.TaskClaimed", "1", 0, Map.of(), Set.of(), "{}");
        var commit = new Commit(0, "c1", List.of(event, bare));

        assertThat(log.append(List.of(commit))).isEqualTo(new Appended.All(1));

        assertThat(log.read(0, 10)).containsExactly(commit);
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void appending_nothing_changes_nothing() {
        assertThat(log.append(List.of())).isEqualTo(new Appended.All(0));
        assertThat(log.head()).isZero();
    }

    @Test
    void several_commits_are_appended_in_order_and_read_from_any_position() {
        var commits = adjoining(0, 3, 1, 4, 1, 5);

        assertThat(log.append(commits)).isEqualTo(new Appended.All(5));

        assertThat(log.head()).isEqualTo(14);
        var ends = List.of(3, 4, 8, 9, 14);
        for (var from = 0; from <= 15; from++) {
            var position = from;
            var first = (int) ends.stream().filter(end -> end <= position).count();
            assertThat(log.read(from, 100)).as("from %s", from).isEqualTo(commits.subList(first, 5));
        }
        assertThat(log.read(0, 1)).isEqualTo(commits.subList(0, 1));
        assertThat(log.read(0, 4)).isEqualTo(commits.subList(0, 2));
        assertThat(log.read(5, 2)).isEqualTo(commits.subList(2, 3));
    }

    @Test
    void a_commit_may_hold_very_many_events() {
        var size = 2_500;
        var many = commit(
                0,
                "many",
                IntStream.range(0, size)
                        .mapToObj(i -> i % 2 == 0 ? event(GHOUTA) : event(HOMS, PERMIT))
                        .toList());
        append(many);
        append(commit(size, "next", List.of(event(PERMIT))));

        assertThat(log.read(size - 1, 1)).containsExactly(many);
        assertThat(positions(Selection.tagged(HOMS), size - 2, size + 1)).containsExactly(size - 1L);
        assertThat(positions(Selection.tagged(PERMIT), size - 3, size + 1))
                .containsExactly(size - 3L, size - 1L, (long) size);
        assertThat(positions(Selection.all(), size - 1, size + 1)).containsExactly(size - 1L, (long) size);
    }

    @Test
    void a_position_is_given_once() {
        append(commit(0, "first", List.of(event(), event())));
        var second = commit(0, "second", List.of(event()));

        assertThat(log.append(List.of(second))).isEqualTo(new Appended.PositionTaken(0));

        assertThat(log.head()).isEqualTo(2);
        assertThat(log.find("second")).isEmpty();
    }

    @Test
    void a_commit_id_is_stored_once() {
        append(commit(0, "first", List.of(event(), event())));
        var next = commit(2, "next", List.of(event()));
        var again = commit(3, "first", List.of(event()));
        var behind = commit(4, "behind", List.of(event()));

        assertThat(log.append(List.of(next, again, behind))).isEqualTo(new Appended.IdTaken(1, new StoredAt(0, 2)));

        assertThat(log.head()).isEqualTo(3);
        assertThat(log.find("first")).contains(new StoredAt(0, 2));
        assertThat(log.find("next")).contains(new StoredAt(2, 1));
        assertThat(log.find("behind")).isEmpty();
    }

    @Test
    void a_commit_id_that_is_stored_at_the_wanted_position_is_answered_as_stored_there() {
        append(commit(0, "same", List.of(event(), event())));

        assertThat(log.append(List.of(commit(0, "same", List.of(event())))))
                .isEqualTo(new Appended.IdTaken(0, new StoredAt(0, 2)));

        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void commits_that_do_not_adjoin_are_refused() {
        assertThatThrownBy(
                        () -> log.append(List.of(commit(0, "a", List.of(event())), commit(2, "b", List.of(event())))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.head()).isZero();
    }

    @Test
    void what_is_too_much_is_refused_with_the_limit_and_nothing_is_stored() {
        var tooMany = IntStream.rangeClosed(0, LogLimits.EVENTS_IN_COMMIT_MAX)
                .mapToObj(i -> event())
                .toList();
        var tooLong = new StoredEvent("e", "n", "1", 0, Map.of(), Set.of(), "\"" + "ح".repeat(600_000) + "\"");
        var longEnough = new StoredEvent("e", "n", "1", 0, Map.of(), Set.of(), "\"" + "h".repeat(600_000) + "\"");
        var tags = IntStream.rangeClosed(0, LogLimits.TAGS_IN_EVENT_MAX)
                .mapToObj(i -> new Tag("t", "" + i))
                .toArray(Tag[]::new);

        assertRefused("events in a commit", commit(1, "x", tooMany));
        assertRefused("bytes in an event", commit(1, "x", List.of(tooLong)));
        assertRefused(
                "bytes in a commit",
                commit(1, "x", IntStream.range(0, 14).mapToObj(i -> longEnough).toList()));
        assertRefused("tags on an event", commit(1, "x", List.of(event(tags))));
        assertRefused("bytes in a tag", commit(1, "x", List.of(event(new Tag("t", "x".repeat(600))))));
        assertRefused("bytes in a commit id", commit(1, "x".repeat(300), List.of(event())));
    }

    private void assertRefused(String what, Commit tooMuch) {
        assertThatThrownBy(() -> log.append(List.of(commit(0, "good", List.of(event())), tooMuch)))
                .isInstanceOfSatisfying(LimitExceeded.class, refused -> {
                    assertThat(refused.what()).isEqualTo(what);
                    assertThat(refused.actual()).isGreaterThan(refused.max());
                    assertThat(refused).hasMessageContaining(Long.toString(refused.max()));
                });
        assertThat(log.head()).isZero();
    }

    @Test
    void what_is_just_within_the_limits_is_stored() {
        var tags = IntStream.range(0, LogLimits.TAGS_IN_EVENT_MAX)
                .mapToObj(i -> new Tag("t", "" + i))
                .toArray(Tag[]::new);
        var big = new StoredEvent("e", "n", "1", 0, Map.of(), Set.of(), "\"" + "ح".repeat(520_000) + "\"");
        var commits = List.of(
                commit(0, "a", List.of(event(tags))),
                commit(1, "b", List.of(big, big, big, big, big, big, big, big).subList(0, 7)));

        assertThat(log.append(commits)).isEqualTo(new Appended.All(2));
        assertThat(log.read(0, 100)).isEqualTo(commits);
    }

    @Test
    void a_query_finds_exactly_what_is_selected() {
        append(commit(0, "a", List.of(event("n.Opened", GHOUTA, PERMIT), event("n.Opened", HOMS, BANNER))));
        append(commit(2, "b", List.of(event("n.Claimed", GHOUTA, PERMIT), event("n.Claimed", GHOUTA, BANNER))));
        append(commit(4, "c", List.of(event("n.Opened", GHOUTA), event("n.Closed"))));

        assertThat(positions(Selection.all(), 0, 6)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(positions(Selection.tagged(GHOUTA), 0, 6)).containsExactly(0L, 2L, 3L, 4L);
        assertThat(positions(Selection.tagged(GHOUTA, BANNER), 0, 6))
                .as("both tags on one event, not one on each of a commit's two")
                .containsExactly(3L);
        assertThat(positions(either(tags(PERMIT), tags(BANNER)), 0, 6)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(positions(either(tags(GHOUTA), tags(GHOUTA, PERMIT)), 0, 6)).containsExactly(0L, 2L, 3L, 4L);
        assertThat(positions(Selection.of(tagsAndTypes(List.of(GHOUTA), "n.Opened")), 0, 6))
                .containsExactly(0L, 4L);
        assertThat(positions(
                        either(tagsAndTypes(List.of(GHOUTA), "n.Opened"), tagsAndTypes(List.of(BANNER), "n.Claimed")),
                        0,
                        6))
                .containsExactly(0L, 3L, 4L);
        assertThat(positions(Selection.of(tagsAndTypes(List.of(), "n.Closed", "n.Claimed")), 0, 6))
                .containsExactly(2L, 3L, 5L);
        assertThat(positions(either(tags(BANNER), tagsAndTypes(List.of(), "n.Closed")), 0, 6))
                .containsExactly(1L, 3L, 5L);
        assertThat(positions(either(tags(BANNER), EventCriteria.havingAnyTag()), 0, 6))
                .hasSize(6);
        assertThat(positions(Selection.of(EventCriteria.either()), 0, 6)).isEmpty();
        assertThat(positions(Selection.tagged(new Tag("task", "unheard-of")), 0, 6))
                .isEmpty();
        assertThat(positions(Selection.tagged(GHOUTA, new Tag("task", "unheard-of")), 0, 6))
                .isEmpty();
        assertThat(positions(Selection.tagged(new Tag("coalition=ghouta", "")), 0, 6))
                .isEmpty();
    }

    @Test
    void a_query_keeps_to_its_range_also_within_a_commit() {
        for (var i = 0; i < 10; i++) {
            append(commit(3L * i, "c" + i, List.of(event(GHOUTA), event(GHOUTA, PERMIT), event(GHOUTA))));
        }
        for (var from = 0; from < 30; from++) {
            for (var to = from; to <= 31; to += 5) {
                var range = LongStream.range(from, Math.min(to, 30)).boxed().toList();
                assertThat(positions(Selection.all(), from, to)).isEqualTo(range);
                assertThat(positions(Selection.tagged(GHOUTA), from, to)).isEqualTo(range);
                assertThat(positions(either(tags(PERMIT), tags(GHOUTA, PERMIT)), from, to))
                        .isEqualTo(range.stream().filter(p -> p % 3 == 1).toList());
            }
        }
    }

    @Test
    void a_rare_tag_is_found_among_many_that_share_the_others() {
        var commits = new ArrayList<Commit>();
        for (var i = 0; i < 1_000; i++) {
            commits.add(
                    commit(i, "c" + i, List.of(i % 400 == 7 ? event(GHOUTA, PERMIT, BANNER) : event(GHOUTA, BANNER))));
        }
        log.append(commits);

        assertThat(positions(Selection.tagged(GHOUTA, PERMIT, BANNER), 0, 1_000))
                .containsExactly(7L, 407L, 807L);
        assertThat(positions(Selection.tagged(BANNER, PERMIT), 8, 807)).containsExactly(407L);
        assertThat(positions(Selection.tagged(BANNER, GHOUTA), 990, 1_000)).hasSize(10);
    }

    @Test
    void a_visitor_can_stop() {
        log.append(adjoining(0, 3, 3, 3));
        for (var selection : List.of(Selection.all(), Selection.tagged(GHOUTA), either(tags(GHOUTA), tags(HOMS)))) {
            var seen = new ArrayList<Long>();
            log.query(selection, 0, 9, (position, event) -> {
                seen.add(position);
                return seen.size() < 4;
            });
            assertThat(seen).containsExactly(0L, 1L, 2L, 3L);
        }
    }

    @Test
    void the_log_is_as_it_was_when_it_is_opened_again() {
        var commits = adjoining(0, 2, 3);
        log.append(commits);
        log.close();
        opened.remove(log);

        var again = open();

        assertThat(again.head()).isEqualTo(5);
        assertThat(again.read(0, 100)).isEqualTo(commits);
        assertThat(again.find(commits.getLast().id())).contains(new StoredAt(2, 3));
        assertThat(again.append(List.of(commit(5, "more", List.of(event(GHOUTA))))))
                .isEqualTo(new Appended.All(1));
    }

    @Test
    void two_who_append_at_once_never_share_a_position_and_leave_no_gap() throws Exception {
        var logs = List.of(log, open(), open(), open());
        var tasks = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var mine = logs.get(i % logs.size());
            tasks.add(() -> appendGroups(mine, 15));
        }
        var expected = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(tasks)) {
                expected += done.get();
            }
        }
        assertThat(log.head()).isEqualTo(expected);
        assertGapless(expected);
    }

    /** Groups of three commits with one to three events each; a group that was cut is begun anew at the head. */
    private static int appendGroups(CommitLog log, int groups) {
        var events = 0;
        for (var i = 0; i < groups; i++) {
            var left = 3;
            while (left > 0) {
                var stored = log.append(adjoining(log.head(), 1, 2, 3).subList(0, left));
                events += IntStream.rangeClosed(1, stored.stored()).sum();
                left -= stored.stored();
            }
        }
        return events;
    }

    @Test
    void readers_see_a_prefix_without_gaps_while_appends_go_on() throws Exception {
        var done = new AtomicBoolean();
        var readers = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 3; i++) {
            readers.add(() -> {
                while (!done.get()) {
                    assertGapless(log.head());
                }
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            var reading = readers.stream().map(threads::submit).toList();
            appendGroups(log, 60);
            done.set(true);
            for (var reader : reading) {
                assertThat(reader.get()).isTrue();
            }
        }
    }

    private void assertGapless(long atLeast) {
        var next = 0L;
        var ids = new HashMap<String, Long>();
        for (var more = log.read(0, 50); !more.isEmpty(); more = log.read(next, 50)) {
            for (var commit : more) {
                assertThat(commit.position()).isEqualTo(next);
                assertThat(ids.put(commit.id(), next)).isNull();
                next = commit.end();
            }
        }
        assertThat(next).isGreaterThanOrEqualTo(atLeast);
    }

    private void append(Commit commit) {
        assertThat(log.append(List.of(commit))).isEqualTo(new Appended.All(1));
    }

    private List<Long> positions(Selection selection, long from, long to) {
        var positions = new ArrayList<Long>();
        log.query(selection, from, to, (position, event) -> {
            assertThat(selection.matches(event)).isTrue();
            return positions.add(position);
        });
        return positions;
    }

    private static EventCriteria tags(Tag... tags) {
        return EventCriteria.havingTags(tags);
    }

    private static EventCriteria tagsAndTypes(List<Tag> tags, String... types) {
        var names = Arrays.stream(types).map(QualifiedName::new).collect(Collectors.toSet());
        return EventCriteria.havingTags(Set.copyOf(tags)).andBeingOneOfTypes(names);
    }

    private static Selection either(EventCriteria... criteria) {
        return Selection.of(EventCriteria.either(criteria));
    }

    protected static List<Commit> adjoining(long position, int... sizes) {
        var commits = new ArrayList<Commit>();
        var next = position;
        for (var size : sizes) {
            var events = IntStream.range(0, size).mapToObj(i -> event(GHOUTA)).toList();
            commits.add(commit(next, UUID.randomUUID().toString(), events));
            next += size;
        }
        return commits;
    }

    protected static Commit commit(long position, String id, List<StoredEvent> events) {
        return new Commit(position, id, events);
    }

    protected static StoredEvent event(Tag... tags) {
        return event("tasks.TaskOpened", tags);
    }

    protected static StoredEvent event(String name, Tag... tags) {
        return new StoredEvent(
                UUID.randomUUID().toString(), name, "1", 1_519_041_600_000L, Map.of("user", "p"), Set.of(tags), "{}");
    }
}
