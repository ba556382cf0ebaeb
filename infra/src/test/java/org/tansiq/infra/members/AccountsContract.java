package org.tansiq.infra.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/** What every store of accounts keeps to. */
abstract class AccountsContract {
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final OrganizationId PARIS = new OrganizationId("paris");
    private static final PersonId MAKER = new PersonId("maker");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final int RACERS = 8;

    private Accounts accounts;

    /** Opens the same store again and again within one test; it is empty when a test begins. */
    abstract Accounts open();

    @BeforeEach
    void begin() {
        accounts = open();
    }

    @AfterEach
    void end() {
        accounts.close();
    }

    @Test
    void a_new_store_is_empty() {
        assertThat(accounts.isEmpty()).isTrue();
        assertThat(accounts.byLogin("mona")).isEmpty();
        assertThat(accounts.byPerson(new PersonId("p1"))).isEmpty();
        assertThat(accounts.ofOrganization(BERLIN)).isEmpty();
    }

    @Test
    void an_account_is_found_by_person_and_by_login_in_any_case() {
        var mona = account("p1", "Mona", BERLIN);

        accounts.add(mona);

        assertThat(accounts.isEmpty()).isFalse();
        assertThat(accounts.byPerson(mona.person())).contains(mona);
        assertThat(accounts.byLogin("mona")).contains(mona);
        assertThat(accounts.byLogin(" MONA ")).contains(mona);
        assertThat(accounts.byLogin("mon")).isEmpty();
    }

    @Test
    void a_login_in_arabic_is_found() {
        var layla = account("p1", "ليلى", BERLIN);

        accounts.add(layla);

        assertThat(accounts.byLogin("ليلى")).contains(layla);
    }

    @Test
    void a_login_is_taken_whatever_its_case() {
        accounts.add(account("p1", "mona", BERLIN));

        assertThatThrownBy(() -> accounts.add(account("p2", "MONA", PARIS)))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("login-taken"));
        assertThat(accounts.byPerson(new PersonId("p2"))).isEmpty();
        assertThat(accounts.ofOrganization(PARIS)).isEmpty();
    }

    @Test
    void a_person_has_one_account() {
        accounts.add(account("p1", "mona", BERLIN));

        assertThatThrownBy(() -> accounts.add(account("p1", "another", BERLIN))).isInstanceOf(Conflict.class);
        assertThat(accounts.byLogin("another")).isEmpty();
    }

    @Test
    void an_organization_lists_its_own_accounts_by_login() {
        var zeina = account("p1", "Zeina", BERLIN);
        var adam = account("p2", "adam", BERLIN);
        accounts.add(zeina);
        accounts.add(adam);
        accounts.add(account("p3", "marie", PARIS));

        assertThat(accounts.ofOrganization(BERLIN)).containsExactly(adam, zeina);
    }

    @Test
    void a_password_changes_for_that_person_only() {
        var mona = account("p1", "mona", BERLIN);
        var adam = account("p2", "adam", BERLIN);
        accounts.add(mona);
        accounts.add(adam);

        assertThat(accounts.changePassword(mona.person(), "{x}new")).isTrue();

        assertThat(accounts.byLogin("mona")).contains(mona.withPasswordHash("{x}new"));
        assertThat(accounts.byLogin("adam")).contains(adam);
    }

    @Test
    void a_password_is_hashed_anew_unless_it_was_changed_in_the_meantime() {
        var mona = account("p1", "mona", BERLIN);
        accounts.add(mona);

        accounts.rehash(mona.person(), "{x}other", "{x}new");
        assertThat(accounts.byPerson(mona.person())).contains(mona);
        accounts.rehash(mona.person(), mona.passwordHash(), "{x}new");
        assertThat(accounts.byPerson(mona.person())).contains(mona.withPasswordHash("{x}new"));
    }

    @Test
    void nobody_s_password_does_not_change() {
        assertThat(accounts.changePassword(new PersonId("nobody"), "{x}new")).isFalse();
        assertThat(accounts.isEmpty()).isTrue();
    }

    @Test
    void a_person_tells_what_they_like_and_takes_it_back() {
        var mona = new PersonId("p1");
        var told = new PersonalData(mona, "منى", "mona@example.org", List.of("ar", "de"));
        assertThat(accounts.personalData(mona)).isEqualTo(PersonalData.nothing(mona));

        accounts.tell(told);
        assertThat(accounts.personalData(mona)).isEqualTo(told);
        assertThat(accounts.personalData(new PersonId("p2"))).isEqualTo(PersonalData.nothing(new PersonId("p2")));

        accounts.tell(PersonalData.nothing(mona));
        assertThat(accounts.personalData(mona)).isEqualTo(PersonalData.nothing(mona));
    }

    @Test
    void one_person_is_locked_out_and_let_in_again() {
        var mona = account("p1", "mona", BERLIN);
        var adam = account("p2", "adam", BERLIN);
        accounts.add(mona);
        accounts.add(adam);

        assertThat(accounts.lock(mona.person(), true)).isTrue();
        assertThat(accounts.byLogin("mona")).contains(mona.withLocked(true));
        assertThat(accounts.ofOrganization(BERLIN)).containsExactly(adam, mona.withLocked(true));

        assertThat(accounts.lock(mona.person(), false)).isTrue();
        assertThat(accounts.byPerson(mona.person())).contains(mona);
        assertThat(accounts.lock(new PersonId("nobody"), true)).isFalse();
    }

    @Test
    void what_was_opened_before_signing_out_everywhere_is_over() {
        var mona = account("p1", "mona", BERLIN);
        accounts.add(mona);
        assertThat(mona.lets(NOW)).isTrue();
        assertThat(accounts.lock(mona.person(), true)).isTrue();

        accounts.signOut(mona.person(), NOW);
        assertThat(accounts.byPerson(mona.person()))
                .contains(mona.withLocked(true).withSignedOut(NOW));
        assertThat(accounts.lock(mona.person(), false)).isTrue();

        var after = accounts.byPerson(mona.person()).orElseThrow();
        assertThat(after).isEqualTo(mona.withSignedOut(NOW));
        assertThat(after.lets(NOW)).isFalse();
        assertThat(after.lets(NOW.plusMillis(1))).isTrue();
        assertThat(after.withLocked(true).lets(NOW.plusMillis(1))).isFalse();
    }

    @Test
    void a_link_is_seen_until_it_is_used_and_used_once() {
        var link = link("h1", BERLIN);
        accounts.addLink(link);

        assertThat(accounts.peekLink("h1", NOW)).contains(link);
        assertThat(accounts.peekLink("h1", NOW)).contains(link);
        assertThat(accounts.useLink("h1", NOW)).contains(link);
        assertThat(accounts.useLink("h1", NOW)).isEmpty();
        assertThat(accounts.peekLink("h1", NOW)).isEmpty();
    }

    @Test
    void a_link_for_a_new_organization_has_none_yet() {
        var link = new SignUpLink("h1", null, Role.COORDINATOR, NOW.plusSeconds(60), null);
        accounts.addLink(link);

        assertThat(accounts.useLink("h1", NOW)).contains(link);
    }

    @Test
    void a_link_that_was_never_made_is_not_there() {
        assertThat(accounts.peekLink("h1", NOW)).isEmpty();
        assertThat(accounts.useLink("h1", NOW)).isEmpty();
    }

    @Test
    void a_link_is_worth_nothing_from_the_instant_of_its_end() {
        var link = link("h1", BERLIN);
        accounts.addLink(link);

        assertThat(accounts.peekLink("h1", link.expires().minusMillis(1))).contains(link);
        assertThat(accounts.peekLink("h1", link.expires())).isEmpty();
        assertThat(accounts.useLink("h1", link.expires())).isEmpty();
        assertThat(accounts.peekLink("h1", NOW))
                .as("expired links are cleared away")
                .isEmpty();
    }

    @Test
    void using_one_link_leaves_the_others() {
        accounts.addLink(link("h1", BERLIN));
        accounts.addLink(link("h2", PARIS));

        assertThat(accounts.useLink("h1", NOW)).isPresent();
        assertThat(accounts.useLink("h2", NOW)).contains(link("h2", PARIS));
    }

    @Test
    void dropped_links_are_worth_nothing() {
        accounts.addLink(link("h1", BERLIN));

        accounts.dropLinks();

        assertThat(accounts.useLink("h1", NOW)).isEmpty();
    }

    @Test
    void a_second_opening_finds_everything_as_it_was() {
        accounts.add(account("p1", "mona", BERLIN));
        accounts.addLink(link("h1", BERLIN));
        accounts.close();

        accounts = open();

        assertThat(accounts.byLogin("mona")).contains(account("p1", "mona", BERLIN));
        assertThat(accounts.peekLink("h1", NOW)).contains(link("h1", BERLIN));
    }

    @Test
    void of_many_who_race_for_one_link_one_gets_it() throws Exception {
        try (var other = open()) {
            for (var round = 0; round < 10; round++) {
                var hash = "h" + round;
                accounts.addLink(link(hash, BERLIN));

                assertThat(won(racer -> (racer % 2 == 0 ? accounts : other).useLink(hash, NOW)))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void of_many_who_race_for_one_login_one_gets_it() throws Exception {
        try (var other = open()) {
            assertThat(won(racer -> {
                        try {
                            (racer % 2 == 0 ? accounts : other).add(account("p" + racer, "mona", BERLIN));
                            return Optional.of("added");
                        } catch (Conflict taken) {
                            return Optional.empty();
                        }
                    }))
                    .isEqualTo(1);
        }
    }

    private interface Racing {
        Optional<?> run(int racer);
    }

    private static long won(Racing racing) throws Exception {
        var start = new CyclicBarrier(RACERS);
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            var racers = IntStream.range(0, RACERS)
                    .mapToObj(racer -> (Callable<Boolean>) () -> {
                        start.await();
                        return racing.run(racer).isPresent();
                    })
                    .toList();
            var winners = 0;
            for (var outcome : threads.invokeAll(racers)) {
                winners += outcome.get() ? 1 : 0;
            }
            return winners;
        }
    }

    private static Account account(String person, String login, OrganizationId organization) {
        return new Account(new PersonId(person), login, organization, Role.MEMBER, "{x}hash");
    }

    private static SignUpLink link(String hash, OrganizationId organization) {
        return new SignUpLink(hash, organization, Role.AUDITOR, NOW.plusSeconds(60), new SignUpLink.Maker(MAKER, NOW));
    }
}
