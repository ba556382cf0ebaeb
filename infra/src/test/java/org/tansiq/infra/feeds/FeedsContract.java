package org.tansiq.infra.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.PersonId;

/** What every store of feeds keeps to. */
abstract class FeedsContract {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2018-02-19");
    private static final PersonId MONA = new PersonId("mona");
    private static final PersonId ADAM = new PersonId("adam");
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");

    private Feeds feeds;

    /** Opens the same store again and again within one test; it is empty when a test begins. */
    abstract Feeds open();

    @BeforeEach
    void begin() {
        feeds = open();
    }

    @AfterEach
    void end() {
        feeds.close();
    }

    @Test
    void what_was_added_is_found_also_when_opened_anew() {
        var city = new Feed("a", "hash-a", MONA, GHOUTA, Subject.CITY, "berlin", true, NOW, TODAY);
        var whole = new Feed("b", "hash-b", MONA, GHOUTA, Subject.COALITION, null, false, NOW.plusMillis(1), null);
        feeds.add(city);
        feeds.add(whole);
        feeds.close();
        feeds = open();

        assertThat(feeds.bySecret("hash-a")).contains(city);
        assertThat(feeds.bySecret("hash-b")).contains(whole);
        assertThat(feeds.ofPerson(MONA)).containsExactly(whole, city);
    }

    @Test
    void neither_the_id_nor_another_hash_opens_anything() {
        feeds.add(feed("a", MONA, NOW));

        assertThat(feeds.bySecret("a")).isEmpty();
        assertThat(feeds.bySecret("hash-b")).isEmpty();
        assertThat(feeds.ofPerson(ADAM)).isEmpty();
    }

    @Test
    void who_owns_a_feed_revokes_it_and_nobody_else() {
        feeds.add(feed("a", MONA, NOW));

        assertThat(feeds.revoke(ADAM, "a")).isFalse();
        assertThat(feeds.bySecret("hash-a")).isPresent();
        assertThat(feeds.revoke(MONA, "a")).isTrue();
        assertThat(feeds.bySecret("hash-a")).isEmpty();
        assertThat(feeds.revoke(MONA, "a")).isFalse();
    }

    @Test
    void all_of_a_person_go_at_once_and_nobody_else_s() {
        feeds.add(feed("a", MONA, NOW));
        feeds.add(feed("b", MONA, NOW));
        feeds.add(feed("c", ADAM, NOW));

        feeds.revokeAll(MONA);

        assertThat(feeds.ofPerson(MONA)).isEmpty();
        assertThat(feeds.ofPerson(ADAM)).hasSize(1);
    }

    @Test
    void the_day_of_use_only_goes_forward() {
        feeds.add(feed("a", MONA, NOW));

        feeds.used("a", TODAY.plusDays(1));
        feeds.used("a", TODAY);
        feeds.used("nothing", TODAY);

        assertThat(feeds.bySecret("hash-a").orElseThrow().lastUsed()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void a_person_has_so_many_and_no_more() {
        for (var i = 0; i < Feeds.OF_PERSON_MAX; i++) {
            feeds.add(feed("f" + i, MONA, NOW));
        }

        assertThatThrownBy(() -> feeds.add(feed("more", MONA, NOW)))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("too-many-feeds"));
        feeds.add(feed("adam", ADAM, NOW));

        assertThat(feeds.bySecret("hash-more")).isEmpty();
        assertThat(feeds.bySecret("hash-adam")).isPresent();
    }

    private static Feed feed(String id, PersonId person, Instant made) {
        return new Feed(id, "hash-" + id, person, GHOUTA, Subject.COALITION, null, false, made, null);
    }
}
