package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * An action in the calendar.
 *
 * @param localFrom what the clocks of the city show when it begins
 * @param organizedBy an organiser who is no member, by name
 * @param message why it was cancelled
 * @param placed the position in the log of what last put it where it is; of two, the later one came to the other
 */
public record ActionRow(
        String id,
        String coalition,
        Text title,
        ActionKind kind,
        Status status,
        Place place,
        Venue venue,
        Instant from,
        Instant until,
        LocalDateTime localFrom,
        LocalDateTime localUntil,
        List<String> organizers,
        @Nullable String organizedBy,
        List<String> hashtags,
        @Nullable String synchronizedAction,
        @Nullable Text message,
        long placed)
        implements Row {
    public enum Status {
        SCHEDULED,
        CANCELLED
    }

    public ActionRow {
        organizers = List.copyOf(organizers);
        hashtags = List.copyOf(hashtags);
    }

    @Override
    public Set<String> keys() {
        var keys = new HashSet<String>();
        keys.add(key("coalition", coalition));
        organizers.forEach(organizer -> keys.add(key("organizer", organizer)));
        slot().placeDays().forEach(day -> keys.add(key("place-day", day)));
        return keys;
    }

    Slot slot() {
        return new Slot(place, from, until);
    }

    ActionRow in(Slot slot, Venue venue, long placed) {
        return new ActionRow(
                id,
                coalition,
                title,
                kind,
                status,
                slot.place(),
                venue,
                slot.from(),
                slot.until(),
                slot.localFrom(),
                slot.localUntil(),
                organizers,
                organizedBy,
                hashtags,
                synchronizedAction,
                message,
                placed);
    }

    ActionRow cancelled(Text message) {
        return new ActionRow(
                id,
                coalition,
                title,
                kind,
                Status.CANCELLED,
                place,
                venue,
                from,
                until,
                localFrom,
                localUntil,
                organizers,
                organizedBy,
                hashtags,
                synchronizedAction,
                message,
                placed);
    }

    ActionRow by(List<String> organizers) {
        return new ActionRow(
                id,
                coalition,
                title,
                kind,
                status,
                place,
                venue,
                from,
                until,
                localFrom,
                localUntil,
                organizers,
                organizedBy,
                hashtags,
                synchronizedAction,
                message,
                placed);
    }
}
