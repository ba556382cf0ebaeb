package org.tansiq.infra.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.conversion.json.JacksonConverter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.JoinRequestId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Id;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.domain.tasks.TaskOpened;

class JsonTest {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00.123456789Z");
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");

    sealed interface Moment {}

    record SameInstant(Instant instant) implements Moment {}

    sealed interface Local extends Moment {}

    record SameLocalTime(LocalDateTime localTime) implements Local {}

    sealed interface Purpose {}

    record ForTask(TaskId task) implements Purpose {}

    record ForAction(ActionId action) implements Purpose {}

    enum Kind {
        VIGIL,
        MARCH
    }

    record Times(Instant instant, LocalDateTime local, LocalDate date, Duration lasting, ZoneId zone) {}

    record Held(Moment moment, Purpose purpose, List<Purpose> purposes) {}

    record Both(SameInstant known, @Nullable Moment perhaps) {}

    record Kinds(
            Kind kind,
            Map<TaskId, Integer> byTask,
            List<String> tags,
            @Nullable String note,
            int count) {
        boolean isVigil() {
            return kind == Kind.VIGIL;
        }

        String getTitle() {
            return "derived";
        }
    }

    record Acknowledged(Set<ActionId> actions) {}

    record WithMembership(MembershipId membership) {}

    static Stream<Function<String, Id>> every_kind_of_id() {
        return Stream.of(
                CityId::new,
                CoalitionId::new,
                OrganizationId::new,
                PersonId::new,
                TaskId::new,
                ActionId::new,
                SynchronizedId::new,
                ResourceId::new,
                BookingId::new,
                InvitationId::new,
                JoinRequestId::new);
    }

    @ParameterizedTest
    @MethodSource("every_kind_of_id")
    void an_identifier_is_a_plain_string(Function<String, Id> kind) {
        var id = kind.apply("الغوطة-1");
        assertThat(Json.write(id)).isEqualTo("\"الغوطة-1\"");
        assertThat(Json.<Id>read("\"الغوطة-1\"", classOf(id))).isEqualTo(id);
        assertThatThrownBy(() -> Json.read("{\"value\":\"x\"}", id.getClass())).isInstanceOf(UnreadableJson.class);
        assertThatThrownBy(() -> Json.read("\"\"", id.getClass())).isInstanceOf(UnreadableJson.class);
    }

    @Test
    void an_identifier_of_two_parts_is_an_object_of_two_strings() {
        both_ways(
                new WithMembership(new MembershipId(GHOUTA, new OrganizationId("berlin"))),
                "{\"membership\":{\"coalition\":\"ghouta\",\"organization\":\"berlin\"}}");
    }

    @Test
    void an_event_is_its_components_and_nothing_absent() {
        both_ways(
                new TaskOpened(
                        GHOUTA,
                        new TaskId("permit"),
                        new OrganizationId("paris"),
                        Text.ofBoth("تصريح", "Permit"),
                        new Text(Map.of()),
                        null,
                        new ActionId("vigil"),
                        Instant.parse("2018-02-19T10:00:00Z")),
                "{\"coalition\":\"ghouta\",\"task\":\"permit\",\"by\":\"paris\",\"title\":{\"ar\":\"تصريح\",\"en\":\"Permit\"},"
                        + "\"needed\":{},\"action\":\"vigil\",\"visibility\":{\"reach\":\"COALITION\",\"named\":[]},\"at\":\"2018-02-19T10:00:00Z\"}");
    }

    @Test
    void a_text_is_an_object_of_strings_and_nothing_else() {
        for (var broken : List.of("\"Permit\"", "[]", "{\"en\":null}", "{\"en\":{}}", "{\"en\":1}")) {
            assertThatThrownBy(() -> Json.read(broken, Text.class)).as(broken).isInstanceOf(UnreadableJson.class);
        }
    }

    @Test
    void times_are_iso_text_to_the_nanosecond() {
        both_ways(
                new Times(
                        NOW,
                        LocalDateTime.parse("2018-03-25T02:30:00"),
                        LocalDate.parse("2018-03-25"),
                        Duration.ofMinutes(90),
                        ZoneId.of("Europe/Berlin")),
                "{\"instant\":\"2018-02-19T10:00:00.123456789Z\",\"local\":\"2018-03-25T02:30:00\",\"date\":\"2018-03-25\","
                        + "\"lasting\":\"PT1H30M\",\"zone\":\"Europe/Berlin\"}");
    }

    @Test
    void one_of_a_sealed_family_is_known_by_its_properties() {
        both_ways(
                new Held(
                        new SameLocalTime(LocalDateTime.parse("2018-02-24T18:00:00")),
                        new ForAction(new ActionId("vigil")),
                        List.of(new ForTask(new TaskId("permit")), new ForAction(new ActionId("march")))),
                "{\"moment\":{\"localTime\":\"2018-02-24T18:00:00\"},\"purpose\":{\"action\":\"vigil\"},"
                        + "\"purposes\":[{\"task\":\"permit\"},{\"action\":\"march\"}]}");
        both_ways(
                new Both(new SameInstant(NOW), new SameInstant(NOW)),
                "{\"known\":{\"instant\":\"2018-02-19T10:00:00.123456789Z\"},"
                        + "\"perhaps\":{\"instant\":\"2018-02-19T10:00:00.123456789Z\"}}");
        assertThat(Json.read("{\"localTime\":\"2018-02-24T18:00:00\",\"newer\":1}", Moment.class))
                .isEqualTo(new SameLocalTime(LocalDateTime.parse("2018-02-24T18:00:00")));
    }

    @Test
    void none_of_a_sealed_family_is_an_error() {
        assertThatThrownBy(() -> Json.read("{\"other\":1}", Moment.class)).isInstanceOf(UnreadableJson.class);
    }

    @Test
    void empty_collections_are_kept_and_derived_properties_are_not_written() {
        both_ways(
                new Kinds(Kind.VIGIL, Map.of(new TaskId("permit"), 2), List.of(), null, 3),
                "{\"kind\":\"VIGIL\",\"byTask\":{\"permit\":2},\"tags\":[],\"count\":3}");
    }

    @Test
    void what_a_newer_program_added_is_passed_over() {
        assertThat(Json.read("{\"actions\":[\"a\"],\"weather\":{\"rain\":true}}", Acknowledged.class))
                .isEqualTo(new Acknowledged(Set.of(new ActionId("a"))));
    }

    @Test
    void a_missing_number_does_not_read_as_zero() {
        assertThatThrownBy(() -> Json.read("{\"kind\":\"VIGIL\",\"byTask\":{},\"tags\":[]}", Kinds.class))
                .isInstanceOf(UnreadableJson.class);
    }

    @Test
    void a_set_without_order_is_written_in_one_order_and_one_with_order_in_its_own() {
        var many = Stream.of("d", "b", "e", "a", "c").map(ActionId::new).toList();
        assertThat(Json.write(new Acknowledged(Set.copyOf(many))))
                .isEqualTo("{\"actions\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}");
        assertThat(Json.write(new Acknowledged(new LinkedHashSet<>(many))))
                .isEqualTo("{\"actions\":[\"d\",\"b\",\"e\",\"a\",\"c\"]}");
        assertThat(Json.write(new TreeSet<>(List.of("b", "a")))).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void broken_json_is_refused_without_its_words_in_the_message() {
        for (var broken : List.of("", "null", "{", "{\"in\":", "{} {}", "[1]")) {
            assertThatThrownBy(() -> Json.read(broken, TaskOpened.class))
                    .as(broken)
                    .isInstanceOf(UnreadableJson.class);
        }
        assertThatThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xff, '"'}, TaskId.class))
                .isInstanceOf(UnreadableJson.class);
    }

    @Test
    void axons_converter_takes_the_same_mapper() {
        var converter = new JacksonConverter(Json.mapper());
        var bytes = converter.convert(new Acknowledged(Set.of(new ActionId("a"))), byte[].class);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"actions\":[\"a\"]}");
        assertThat((Object) converter.convert(bytes, Acknowledged.class))
                .isEqualTo(new Acknowledged(Set.of(new ActionId("a"))));
    }

    private static void both_ways(Object value, String json) {
        assertThat(Json.write(value)).isEqualTo(json);
        assertThat((Object) Json.read(json, value.getClass())).isEqualTo(value);
        assertThat((Object) Json.read(json.getBytes(StandardCharsets.UTF_8), value.getClass()))
                .isEqualTo(value);
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> classOf(T value) {
        return (Class<T>) value.getClass();
    }
}
