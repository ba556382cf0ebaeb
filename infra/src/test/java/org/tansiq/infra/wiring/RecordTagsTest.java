package org.tansiq.infra.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordTagsTest {
    record Told(
            @EventTag(key = "one") String one,

            @EventTag(key = "two") @EventTag(key = "three") @Nullable
            Integer twice,

            String untagged) {
        @EventTag(key = "day")
        List<String> days() {
            return List.of(one + "/1", one + "/2");
        }
    }

    record ByName(@EventTag String place) {}

    record ByMap(@EventTag(key = "each") Map<String, String> values) {}

    record Untagged(String nothing) {}

    static final class NoRecord {
        @EventTag(key = "field")
        final String field = "seen";
    }

    private final List<EventMessage> leftToAxon = new ArrayList<>();
    private final AnnotationBasedTagResolver axons = new AnnotationBasedTagResolver();
    private final RecordTags tags = new RecordTags(event -> {
        leftToAxon.add(event);
        return axons.resolve(event);
    });

    @Test
    void a_record_has_the_tags_that_axon_sees() {
        var told = event(new Told("a", 7, "x"));

        assertThat(tags.resolve(told))
                .isEqualTo(axons.resolve(told))
                .containsExactlyInAnyOrder(
                        new Tag("one", "a"),
                        new Tag("two", "7"),
                        new Tag("three", "7"),
                        new Tag("day", "a/1"),
                        new Tag("day", "a/2"));
        assertThat(leftToAxon).isEmpty();
    }

    @Test
    void what_is_null_gives_no_tag() {
        var told = event(new Told("a", null, "x"));

        assertThat(tags.resolve(told))
                .isEqualTo(axons.resolve(told))
                .extracting(Tag::key)
                .doesNotContain("two", "three");
    }

    @Test
    void a_record_without_tags_has_none() {
        assertThat(tags.resolve(event(new Untagged("x")))).isEmpty();
        assertThat(leftToAxon).isEmpty();
    }

    @Test
    void what_is_tagged_in_other_ways_is_left_to_axon() {
        assertThat(tags.resolve(event(new ByName("berlin")))).isEqualTo(Set.of(new Tag("place", "berlin")));
        assertThat(tags.resolve(event(new ByMap(Map.of("k", "v"))))).isEqualTo(Set.of(new Tag("each", "v")));
        assertThat(tags.resolve(event(new NoRecord()))).isEqualTo(Set.of(new Tag("field", "seen")));
        assertThat(leftToAxon).hasSize(3);
    }

    private static EventMessage event(Object payload) {
        return new GenericEventMessage(new MessageType(payload.getClass()), payload);
    }
}
