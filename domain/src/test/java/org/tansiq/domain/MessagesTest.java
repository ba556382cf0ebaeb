package org.tansiq.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.members.PersonEvent;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Tags;

/**
 * What the log keeps must stay readable when classes move, and must be found by the boundaries that it affects. So every
 * event and command says its own name, and every event of a coalition is tagged with it.
 */
class MessagesTest {
    private static final List<? extends Class<?>> CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.tansiq.domain").stream()
                    .map(JavaClass::reflect)
                    .toList();

    static List<? extends Class<?>> families() {
        return CLASSES.stream()
                .filter(type -> type.isInterface() && Fact.class.isAssignableFrom(type) && type != Fact.class)
                .toList();
    }

    static List<? extends Class<?>> events() {
        return families().stream().flatMap(MessagesTest::members).distinct().toList();
    }

    static List<? extends Class<?>> commands() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotationPresent(Command.class))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void a_family_of_events_is_sealed_and_named_for_what_it_is_about(Class<?> family) {
        assertThat(family.isSealed()).isTrue();
        assertThat(family.getSimpleName()).endsWith("Event");
    }

    @Test
    void every_event_belongs_to_a_family() {
        assertThat(CLASSES)
                .filteredOn(type -> !type.isInterface() && Fact.class.isAssignableFrom(type))
                .isNotEmpty()
                .allMatch(type -> events().contains(type));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_has_a_name_and_a_version_of_its_own(Class<?> event) {
        var named = Objects.requireNonNull(event.getAnnotation(Event.class), "An event needs @Event.");

        assertThat(event.isRecord()).isTrue();
        assertThat(named.namespace()).isEqualTo(subject(event));
        assertThat(named.name()).isEqualTo(event.getSimpleName());
        assertThat(named.version()).matches("[1-9][0-9]*");
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_of_a_coalition_carries_its_tag(Class<?> event) {
        if (event == OrganizationRegistered.class) {
            assertThat(tags(event)).containsExactly(Tags.ORGANIZATION);
        } else if (PersonEvent.class.isAssignableFrom(event)) {
            assertThat(tags(event)).contains(Tags.PERSON);
        } else {
            assertThat(tags(event)).contains(Tags.COALITION);
        }
    }

    @Test
    void no_two_events_share_a_name() {
        assertThat(events().stream().collect(groupingBy(Class::getSimpleName, counting())))
                .allSatisfy((name, count) -> assertThat(count).isOne());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_has_a_name_of_its_own(Class<?> command) {
        var named = command.getAnnotation(Command.class);

        assertThat(command.isRecord()).isTrue();
        assertThat(named.namespace()).isEqualTo(subject(command));
        assertThat(named.name()).isEqualTo(command.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void one_decision_answers_a_command(Class<?> command) {
        assertThat(CLASSES.stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                        .filter(method -> method.getParameterTypes()[0] == command))
                .hasSize(1);
    }

    private static Stream<? extends Class<?>> members(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(member -> member.isInterface() ? members(member) : Stream.of(member));
    }

    private static List<String> tags(Class<?> event) {
        return Stream.<AnnotatedElement>concat(
                        Arrays.stream(event.getDeclaredFields()), Arrays.stream(event.getDeclaredMethods()))
                .flatMap(part -> Arrays.stream(part.getAnnotationsByType(EventTag.class)))
                .map(EventTag::key)
                .distinct()
                .toList();
    }

    /** The folder that a class is in. */
    private static String subject(Class<?> type) {
        return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    }
}
