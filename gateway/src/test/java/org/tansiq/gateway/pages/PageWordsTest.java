package org.tansiq.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.actions.ActionEvent;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.FindingEvent;
import org.tansiq.domain.actions.Relation;
import org.tansiq.domain.actions.SynchronizedEvent;
import org.tansiq.domain.campaigns.CampaignEvent;
import org.tansiq.domain.members.MemberEvent;
import org.tansiq.domain.permits.PermitEvent;
import org.tansiq.domain.permits.PermitState;
import org.tansiq.domain.resources.ResourceEvent;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.domain.tasks.TaskEvent;
import org.tansiq.gateway.actions.Countdown;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.ProjectionStatus;
import org.tansiq.projections.actions.AnswerRow;
import org.tansiq.projections.members.AuditorRow;
import org.tansiq.projections.members.Standing;
import org.tansiq.projections.tasks.TaskRow;

/** Whatever a page says, it says in both languages. */
class PageWordsTest {
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]|, '([a-z]+(?:\\.[a-z-]+)+)'");
    private static final Pattern GAP = Pattern.compile("\\{\\d}");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    private final Properties english = words("");
    private final Properties arabic = words("_ar");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(arabic.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void both_languages_tell_the_same_particulars() {
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(arabic.getProperty(key)).as(key).containsPattern(ARABIC);
            assertThat(gaps(arabic.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
        });
    }

    @Test
    void no_apostrophe_swallows_a_gap() {
        assertThat(Stream.of(english, arabic).flatMap(words -> words.values().stream()))
                .noneMatch(words -> words.toString().contains("'"));
    }

    @Test
    void every_key_of_a_template_has_words() throws IOException {
        var all = new TreeSet<>(english.stringPropertyNames());
        all.addAll(bundle("/messages.properties").stringPropertyNames());

        assertThat(keys())
                .as("keys that the search is known to find")
                .contains("tasks.claim", "frame.acknowledge", "actions.title", "nav.history");
        assertThat(keys()).isSubsetOf(all);
    }

    /** Titles stay in the browser's history, and stand where others look over a shoulder. */
    @Test
    void a_title_names_the_kind_of_page_and_nothing_that_is_planned() throws IOException {
        var neutral = Pattern.compile("<title th:text=\"#\\{[\\w.-]+}\">");
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            assertThat(templates
                            .filter(Files::isRegularFile)
                            .filter(page -> !Set.of("layout.html", "error.html")
                                    .contains(page.getFileName().toString())))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(page -> assertThat(Files.readString(page)).containsPattern(neutral));
        }
    }

    @Test
    void every_event_of_the_log_has_words() {
        assertThat(Stream.of(
                                MemberEvent.class,
                                TaskEvent.class,
                                ActionEvent.class,
                                FindingEvent.class,
                                SynchronizedEvent.class,
                                ResourceEvent.class,
                                CampaignEvent.class,
                                PermitEvent.class)
                        .flatMap(PageWordsTest::records)
                        .map(record -> record.getAnnotation(Event.class))
                        .map(event -> "event." + event.namespace() + "." + event.name()))
                .contains("event.tasks.TaskClaimed", "event.actions.CityCommitted")
                .isSubsetOf(english.stringPropertyNames());
    }

    @Test
    void every_kind_standing_relation_and_tab_has_words() {
        assertThat(Stream.of(
                                named("kind.", ActionKind.values()),
                                named("resource.", ResourceKind.values()),
                                named("reach.", Visibility.Reach.values()),
                                named("permits.state.", PermitState.values()),
                                named("state.", TaskRow.State.values()),
                                named("standing.", Standing.values()),
                                named("auditor.", AuditorRow.State.values()),
                                named("answers.", AnswerRow.State.values()),
                                named("synchronised.countdown.", Countdown.State.values()),
                                named("relation.", Relation.values()),
                                named("operations.state.", ProjectionStatus.State.values()),
                                named("operations.parked.", Parked.State.values()),
                                Stream.of(
                                                "tasks",
                                                "actions",
                                                "synchronised",
                                                "permits",
                                                "sessions",
                                                "resources",
                                                "hashtags",
                                                "members",
                                                "history")
                                        .map("nav."::concat))
                        .flatMap(keys -> keys))
                .isSubsetOf(english.stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages.properties", "/messages_ar.properties"})
    void every_role_has_words(String bundle) {
        assertThat(named("role.", Role.values())).isSubsetOf(bundle(bundle).stringPropertyNames());
    }

    private static Stream<String> named(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> prefix + constant.name());
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(PageWordsTest::records)
                : Stream.of(family);
    }

    /** What templates name outright; a key that is put together from a constant is the matter of the other tests. */
    private static Set<String> keys() throws IOException {
        var keys = new TreeSet<String>();
        try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var template : (Iterable<Path>) templates.filter(Files::isRegularFile)::iterator) {
                KEY.matcher(Files.readString(template))
                        .results()
                        .map(key -> key.group(1) != null ? key.group(1) : key.group(2))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static Set<String> gaps(String words) {
        return GAP.matcher(words).results().map(gap -> gap.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String language) {
        return bundle("/pages" + language + ".properties");
    }

    private static Properties bundle(String name) {
        var bundle = new Properties();
        try (var in = PageWordsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return bundle;
    }
}
