package org.tansiq.infra.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.AcknowledgeFinding;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.CallSynchronized;
import org.tansiq.domain.actions.CancelAction;
import org.tansiq.domain.actions.CommitCity;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.RescheduleAction;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.ProposeRules;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.members.RulesDigest;
import org.tansiq.domain.members.SecondRules;
import org.tansiq.domain.resources.OfferResource;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.CancelTask;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.KeysRefused;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.tasks.TaskBoard;

/** What a person wrote, looked for in every byte that an installation keeps, before and after the person is erased. */
abstract class ErasureContract {
    static final PersonId SANA = new PersonId("person-sana");
    static final PersonId OMAR = new PersonId("person-omar");

    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final OrganizationId PARIS = new OrganizationId("paris");
    private static final InvitationId INVITATION = new InvitationId("i-paris");
    private static final TaskId TASK = new TaskId("task");
    private static final TaskId DROPPED = new TaskId("dropped");
    private static final ActionId VIGIL = new ActionId("vigil");
    private static final ActionId MARCH = new ActionId("march");
    private static final SynchronizedId CALL = new SynchronizedId("call");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final Place HAMBURG =
            new Place(new CityId("de-hamburg"), ZoneId.of("Europe/Berlin"), "DE", Text.of("en", "Hamburg"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Each stands in one text that Sana writes, and nowhere else. */
    static final List<String> WORDS = List.of(
            "Zwetschgenmus",
            "Ölsardine",
            "زرافة",
            "Quittengelee",
            "Xylophon",
            "Yamswurzel",
            "Wacholder",
            "Vogelbeere",
            "Schlehenfeuer",
            "Mispelmost",
            "Holunderblatt",
            "Preiselbeere");

    private static final String COALITION = "Kornblumenbund";
    private static final String OMARS = "Rhabarber";

    private Installation installation;

    /** The same data each time within one test. */
    abstract Installation open();

    /** Removes the keys, so that another key file would be made. */
    abstract void loseKeys();

    /** Keeps a copy of the keys as they are, and later puts it in their place. */
    abstract Runnable backupOfKeys();

    /** Every byte that is kept. */
    abstract List<byte[]> everything() throws IOException;

    @BeforeEach
    void begin() {
        installation = open();
    }

    @AfterEach
    void close() {
        installation.close();
    }

    private Receipt send(PersonId person, Object command) {
        return installation.commands().carryOut(command, new Actor(person, BERLIN), null);
    }

    private static Text words(int... of) {
        var written = new ArrayList<String>();
        for (var word : of) {
            written.add(WORDS.get(word));
        }
        return Text.of("ar", String.join(" ", written));
    }

    Installation installation() {
        return installation;
    }

    void write() {
        send(OMAR, new RegisterOrganization(BERLIN, Text.of("en", "Berlin"), NOW));
        send(OMAR, new FoundCoalition(GHOUTA, Text.of("en", COALITION), Text.of("en", OMARS), BERLIN, NOW));
        send(SANA, new OpenTask(GHOUTA, TASK, BERLIN, words(0), words(1, 2), null, null, NOW));
        send(OMAR, new OpenTask(GHOUTA, DROPPED, BERLIN, Text.of("en", OMARS), Text.of("en", ""), null, null, NOW));
        send(SANA, new CancelTask(GHOUTA, DROPPED, BERLIN, words(3), NOW));
        send(
                SANA,
                new ScheduleAction(
                        GHOUTA,
                        VIGIL,
                        BERLIN,
                        words(4),
                        ActionKind.VIGIL,
                        slot(1),
                        new Venue(words(5), null),
                        List.of("#" + WORDS.get(6)),
                        WORDS.get(7),
                        Set.of(),
                        NOW));
        // The words of the action and of the call stay Sana's, whoever has them repeated.
        send(OMAR, new RescheduleAction(GHOUTA, VIGIL, BERLIN, slot(5), null, Set.of(), NOW));
        send(
                SANA,
                new CallSynchronized(
                        GHOUTA,
                        CALL,
                        BERLIN,
                        words(8),
                        ActionKind.MARCH,
                        new Moment.SameLocalTime(LocalDateTime.parse("2018-04-21T11:00:00")),
                        Duration.ofHours(1),
                        5,
                        null,
                        List.of(),
                        NOW));
        send(
                OMAR,
                new CommitCity(
                        GHOUTA, CALL, BERLIN, HAMBURG, MARCH, new Venue(Text.of("en", OMARS), null), Set.of(), NOW));
        send(SANA, new CancelAction(GHOUTA, VIGIL, BERLIN, words(9), NOW));
        send(
                SANA,
                new OfferResource(
                        GHOUTA,
                        new ResourceId("van"),
                        BERLIN,
                        ResourceKind.VEHICLE,
                        words(10),
                        words(10),
                        1,
                        Set.of(),
                        null,
                        null,
                        null,
                        NOW));
        // And so do the rules that another has agreed to.
        send(OMAR, new RegisterOrganization(PARIS, Text.of("en", "Paris"), NOW));
        send(OMAR, new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW));
        send(OMAR, new AcceptInvitation(GHOUTA, INVITATION, PARIS, NOW));
        send(SANA, new ProposeRules(GHOUTA, words(11), BERLIN, NOW));
        send(OMAR, new SecondRules(GHOUTA, BERLIN, RulesDigest.of(words(11)), PARIS, NOW));
        var last = send(OMAR, new ClaimTask(GHOUTA, TASK, BERLIN, NOW));
        assertThat(installation.views().await(last.position(), PATIENCE)).isTrue();
    }

    private static Slot slot(int day) {
        var from = Instant.parse("2018-03-0" + day + "T10:00:00Z");
        return new Slot(HAMBURG, from, from.plus(Duration.ofHours(1)));
    }

    void erase(PersonId person) {
        installation.erasures().erase(person, new Actor(OMAR, BERLIN), NOW);
    }

    /** The keys of the same data, while nothing else has them open. */
    abstract AuthorKeys openKeys();

    void reopen() {
        installation.close();
        installation = open();
        assertThat(installation.views().await(installation.history().head() - 1, PATIENCE))
                .isTrue();
    }

    List<String> found(List<String> words) throws IOException {
        var everything = everything();
        var found = new ArrayList<String>();
        for (var word : words) {
            for (var form : forms(word)) {
                for (var bytes : everything) {
                    if (contains(bytes, form)) {
                        found.add(word);
                    }
                }
            }
        }
        return found;
    }

    private static List<byte[]> forms(String word) {
        var escaped = new StringBuilder();
        word.chars()
                .forEach(unit ->
                        escaped.append(unit < 128 ? String.valueOf((char) unit) : String.format("\\u%04x", unit)));
        return List.of(
                word.getBytes(StandardCharsets.UTF_8),
                word.getBytes(StandardCharsets.UTF_16LE),
                word.getBytes(StandardCharsets.UTF_16BE),
                escaped.toString().getBytes(StandardCharsets.UTF_8),
                escaped.toString().replace("\\u", "\\U").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (var start = 0; start <= all.length - part.length; start++) {
            var length = 0;
            while (length < part.length && all[start + length] == part[length]) {
                length++;
            }
            if (length == part.length) {
                return true;
            }
        }
        return false;
    }

    private String history() throws IOException {
        var lines = new StringBuilder();
        installation.history().entries(GHOUTA, 0, Long.MAX_VALUE, entry -> lines.append(entry.line()));
        return lines.toString();
    }

    private Text title() {
        return installation
                .views()
                .get(TaskBoard.TASKS, TASK.value())
                .orElseThrow()
                .title();
    }

    private Text rules() {
        return installation
                .views()
                .get(MembersProjection.COALITIONS, GHOUTA.value())
                .orElseThrow()
                .rules();
    }

    @Test
    void what_people_write_is_read_back_as_they_wrote_it() throws IOException {
        write();

        assertThat(title()).isEqualTo(words(0));
        assertThat(rules()).isEqualTo(words(11));
        assertThat(history()).contains(WORDS).contains(OMARS).doesNotContain("sealed");
        reopen();
        assertThat(title()).isEqualTo(words(0));
        assertThat(history()).contains(WORDS);
    }

    @Test
    void nothing_of_an_erased_persons_words_is_found_anywhere() throws Exception {
        write();
        assertThat(history()).contains(WORDS);
        assertThat(found(List.of(COALITION))).as("what is no secret").isNotEmpty();

        erase(SANA);

        assertThat(found(WORDS)).isEmpty();
        assertThat(found(List.of(OMARS))).as("what others wrote").isEmpty();
        assertThat(history()).doesNotContain(WORDS).contains(OMARS, SANA.value());
        assertThat(title()).isEqualTo(Text.ERASED);
        assertThat(rules()).isEqualTo(Text.ERASED);
        assertThat(installation
                        .views()
                        .get(Calendar.ACTIONS, MARCH.value())
                        .orElseThrow()
                        .title())
                .isEqualTo(Text.ERASED);
        assertThat(installation
                        .views()
                        .get(Calendar.ACTIONS, MARCH.value())
                        .orElseThrow()
                        .venue()
                        .name())
                .isEqualTo(Text.of("en", OMARS));
        assertThat(installation
                        .views()
                        .get(MembersProjection.COALITIONS, GHOUTA.value())
                        .orElseThrow()
                        .purpose())
                .isEqualTo(Text.of("en", OMARS));
        assertThat(installation.erasures().isErased(SANA)).isTrue();
        assertThat(installation.erasures().isErased(OMAR)).isFalse();

        reopen();
        assertThat(found(WORDS)).isEmpty();
        assertThat(title()).isEqualTo(Text.ERASED);
        assertThat(installation.erasures().isErased(SANA)).isTrue();
    }

    @Test
    void a_past_moment_shows_no_erased_words_either() {
        write();
        var then = installation.history().head() - 1;
        assertThat(installation.replays().find(TaskBoard.TASKS, GHOUTA, then))
                .anyMatch(row -> row.title().equals(words(0)));

        erase(SANA);

        assertThat(installation.replays().find(TaskBoard.TASKS, GHOUTA, then))
                .extracting(row -> row.title())
                .contains(Text.ERASED)
                .doesNotContain(words(0));
        assertThat(installation.replays().find(TaskBoard.TASKS, GHOUTA, then))
                .extracting(Json::write)
                .noneMatch(json -> json.contains(WORDS.get(0)) || json.contains("sealed"));
    }

    @Test
    void why_an_organiser_went_on_is_read_until_they_are_erased() {
        write();
        for (var id : List.of("one", "two")) {
            send(
                    OMAR,
                    new ScheduleAction(
                            GHOUTA,
                            new ActionId(id),
                            BERLIN,
                            Text.of("en", id),
                            ActionKind.VIGIL,
                            slot(8),
                            new Venue(Text.of("en", ""), null),
                            List.of(),
                            null,
                            Set.of(new ActionId("one")),
                            NOW));
        }
        var pair = new FindingId(GHOUTA, new ActionId("one"), new ActionId("two"));
        send(SANA, new AcknowledgeFinding(pair, BERLIN, words(5), NOW));
        assertThat(installation.views().await(installation.history().head() - 1, PATIENCE))
                .isTrue();
        assertThat(reason()).isEqualTo(words(5));

        erase(SANA);

        assertThat(reason()).isEqualTo(Text.ERASED);
    }

    private Text reason() {
        return installation
                .views()
                .get(Calendar.COLLISIONS, "one+two")
                .orElseThrow()
                .acknowledged()
                .getFirst()
                .reason();
    }

    @Test
    void what_a_crash_left_half_done_is_done_by_the_next_start() throws Exception {
        write();
        installation.close();
        try (var keys = openKeys()) {
            keys.announce(SANA.value());
        }
        var beforeTheKeyWasDestroyed = backupOfKeys();
        installation = open();
        erase(SANA);
        installation.close();
        beforeTheKeyWasDestroyed.run();

        reopen();

        assertThat(history()).doesNotContain(WORDS).contains(OMARS, SANA.value());
        assertThat(title()).isEqualTo(Text.ERASED);
        installation.close();
        try (var keys = openKeys()) {
            assertThat(keys.people()).containsExactly(OMAR.value());
        }
    }

    @Test
    void an_erasure_that_never_came_into_the_log_is_none() {
        write();
        installation.close();
        try (var keys = openKeys()) {
            keys.announce(SANA.value());
        }

        installation = open();

        assertThat(title()).isEqualTo(words(0));
        assertThat(installation.erasures().isErased(SANA)).isFalse();
    }

    @Test
    void decisions_go_on_after_an_erasure() throws Exception {
        write();
        erase(SANA);

        var moved = send(OMAR, new RescheduleAction(GHOUTA, MARCH, BERLIN, slot(7), null, Set.of(), NOW));

        assertThat(moved.changed()).isTrue();
        assertThat(installation.views().await(moved.position(), PATIENCE)).isTrue();
        assertThat(installation
                        .views()
                        .get(Calendar.ACTIONS, MARCH.value())
                        .orElseThrow()
                        .from())
                .isEqualTo(slot(7).from());
    }

    @Test
    void who_is_erased_writes_no_more() throws Exception {
        write();
        erase(SANA);

        assertThatThrownBy(() -> send(
                        SANA, new OpenTask(GHOUTA, new TaskId("late"), BERLIN, words(0), words(1), null, null, NOW)))
                .hasStackTraceContaining(KeysRefused.class.getName());
        assertThat(found(WORDS)).isEmpty();
    }

    @Test
    void erasing_again_changes_nothing() throws Exception {
        write();
        erase(SANA);
        var head = installation.history().head();

        erase(SANA);

        assertThat(installation.history().head()).isEqualTo(head);
    }

    @Test
    void an_old_backup_of_the_keys_is_refused() throws Exception {
        write();
        installation.close();
        var backup = backupOfKeys();
        installation = open();
        erase(SANA);
        installation.close();

        backup.run();

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(KeysRefused.Why.OLDER_THAN_THE_LOG));
    }

    @Test
    void a_log_with_sealed_texts_is_not_opened_without_its_keys() {
        write();
        installation.close();

        loseKeys();

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(KeysRefused.Why.KEYS_MISSING));
    }
}
