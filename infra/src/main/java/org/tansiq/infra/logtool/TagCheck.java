package org.tansiq.infra.logtool;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.Flaw.Kind;

/** Compares the tags that an event has with those that it would be given today. */
final class TagCheck {
    private TagCheck() {}

    static Optional<Flaw> compare(long position, String event, Set<Tag> stored, Set<Tag> today) {
        var missing = without(today, stored);
        var tooMany = without(stored, today);
        if (missing.isEmpty() && tooMany.isEmpty()) {
            return Optional.empty();
        }
        if (isFoundAround(missing, stored) && isFoundAround(tooMany, today)) {
            return Optional.of(Flaw.of(Kind.TAGS_BY_OTHER_CLOCKS, "position", position, "event", event));
        }
        return Optional.of(
                missing.isEmpty()
                        ? Flaw.of(Kind.TAGS_TOO_MANY, "position", position, "event", event, "tags", keys(tooMany))
                        : Flaw.of(Kind.TAGS_MISSING, "position", position, "event", event, "tags", keys(missing)));
    }

    private static Set<Tag> without(Set<Tag> tags, Set<Tag> others) {
        var rest = new HashSet<>(tags);
        rest.removeAll(others);
        return rest;
    }

    /**
     * A date in a city follows from the rules of its clocks, which governments change. Decisions look a day to either side
     * for that reason, so a neighbouring date will do.
     */
    private static boolean isFoundAround(Set<Tag> tags, Set<Tag> others) {
        return tags.stream()
                .allMatch(tag -> tag.key().equals(Tags.PLACE_DAY)
                        && (others.contains(shifted(tag, 1)) || others.contains(shifted(tag, -1))));
    }

    private static Tag shifted(Tag placeDay, int days) {
        var value = placeDay.value();
        var slash = value.lastIndexOf('/') + 1;
        try {
            return new Tag(
                    placeDay.key(),
                    value.substring(0, slash)
                            + LocalDate.parse(value.substring(slash)).plusDays(days));
        } catch (DateTimeException e) {
            return placeDay;
        }
    }

    /** Not their values: whose boundaries they are is enough. */
    private static String keys(Set<Tag> tags) {
        var keys = new TreeSet<String>();
        tags.forEach(tag -> keys.add(tag.key()));
        return String.join(", ", keys);
    }
}
