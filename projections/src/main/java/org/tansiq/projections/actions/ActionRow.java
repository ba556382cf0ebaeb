package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.projections.shared.Audience;
import org.tansiq.projections.shared.Guarded;

/**
 * An action in the calendar.
 *
 * @param venue without name and coordinates where it is not to be seen
 * @param localFrom what the clocks of the city show when it begins
 * @param organizedBy an organiser who is no member, by name
 * @param message why it was cancelled
 * @param placed the position in the log of what last put it where it is; of two, the later one came to the other
 * @param revision when it last changed for those who see it
 * @param venueVisibility who of those who see the action sees its venue
 * @param approaches who wanted its time without seeing it, the last {@value #APPROACHES_MAX}; for its organisers
 * @param merging what it is one with, or may become one with; missing with most
 * @param once see {@link Guarded#once}
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
        long placed,
        Revision revision,
        Visibility visibility,
        Visibility venueVisibility,
        List<Approach> approaches,
        @Nullable Merging merging,
        @Nullable Audience once)
        implements Guarded {
    /** Older ones are in the history. */
    private static final int APPROACHES_MAX = 20;

    private static final Venue UNSEEN = new Venue(new Text(Map.of()), null);

    public enum Status {
        SCHEDULED,
        CANCELLED,
        /** It is one with another now, and takes place as that. */
        MERGED
    }

    public ActionRow {
        organizers = List.copyOf(organizers);
        hashtags = List.copyOf(hashtags);
        approaches = List.copyOf(approaches);
    }

    @Override
    public Set<String> keys() {
        var keys = new HashSet<>(guardKeys(!venueAudience().all() || !approaches.isEmpty() || merging != null));
        keys.add(key("coalition", coalition));
        organizers.forEach(organizer -> keys.add(key("organizer", organizer)));
        slot().placeDays().forEach(day -> keys.add(key("place-day", day)));
        if (Merging.of(this).isAskedAs(id)) {
            organizers.forEach(organizer -> keys.add(askedToMerge(organizer)));
        }
        return keys;
    }

    /** The key of actions that another side would merge with one of this organisation's. */
    public static String askedToMerge(String organizer) {
        return key("asked-to-merge", organizer);
    }

    @Override
    public Collection<String> own() {
        return organizers;
    }

    @Override
    public @Nullable Instant nextEmbargo() {
        return Stream.of(visibility, venueVisibility)
                .map(Visibility::embargo)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Who of its audience sees the venue. */
    public Audience venueAudience() {
        return Audience.of(venueVisibility, organizers);
    }

    Slot slot() {
        return new Slot(place, from, until);
    }

    ActionRow in(Slot slot, Venue venue, long placed) {
        return with(
                status,
                slot,
                venue,
                organizers,
                message,
                placed,
                revision,
                visibility,
                venueVisibility,
                approaches,
                once);
    }

    /** Changed by the event at this position. */
    ActionRow revised(long position, Instant at) {
        return with(
                status,
                slot(),
                venue,
                organizers,
                message,
                placed,
                revision.then(position, at),
                visibility,
                venueVisibility,
                approaches,
                once);
    }

    ActionRow cancelled(Text why) {
        return with(
                Status.CANCELLED,
                slot(),
                venue,
                organizers,
                why,
                placed,
                revision,
                visibility,
                venueVisibility,
                approaches,
                once);
    }

    /** Merged into another by the event at this position. */
    ActionRow into(String action, long position, List<CollisionRow> asleep) {
        return as(Status.MERGED).with(hashtags, Merging.of(this).into(action, position, asleep));
    }

    /** Standing for itself again. */
    ActionRow back() {
        return as(Status.SCHEDULED).with(hashtags, Merging.of(this).back());
    }

    ActionRow merging(UnaryOperator<Merging> change) {
        return with(hashtags, change.apply(Merging.of(this)).orNothing());
    }

    private ActionRow as(Status now) {
        return with(
                now,
                slot(),
                venue,
                organizers,
                message,
                placed,
                revision,
                visibility,
                venueVisibility,
                approaches,
                once);
    }

    ActionRow by(List<String> all) {
        return with(
                status, slot(), venue, all, message, placed, revision, visibility, venueVisibility, approaches, once);
    }

    ActionRow shown(Visibility to, Visibility venueTo) {
        return with(status, slot(), venue, organizers, message, placed, revision, to, venueTo, approaches, once);
    }

    ActionRow approached(Approach approach) {
        var all = new ArrayList<>(approaches);
        all.remove(approach);
        all.add(approach);
        var last = all.subList(Math.max(0, all.size() - APPROACHES_MAX), all.size());
        return with(
                status, slot(), venue, organizers, message, placed, revision, visibility, venueVisibility, last, once);
    }

    /** In the place of what it was. */
    ActionRow after(ActionRow was) {
        return with(
                status,
                slot(),
                venue,
                organizers,
                message,
                placed,
                revision,
                visibility,
                venueVisibility,
                approaches,
                onceAfter(was));
    }

    /**
     * As it goes out.
     *
     * @param itsVenue whether its venue does too
     * @param itsApproaches whether it tells who came near
     */
    public ActionRow outside(boolean itsVenue, boolean itsApproaches) {
        return with(
                        status,
                        slot(),
                        itsVenue ? venue : UNSEEN,
                        organizers,
                        message,
                        placed,
                        revision,
                        visibility,
                        venueVisibility,
                        itsApproaches ? approaches : List.of(),
                        null)
                .told();
    }

    /** With the hashtags of all that were merged into it: what is kept may be sealed, one list by one author. */
    private ActionRow told() {
        return merging == null ? this : with(merging.hashtags(hashtags), merging.outside());
    }

    /** As those see it who see only some of the actions that it is one with, or may become one with. */
    public ActionRow seeing(Predicate<String> action) {
        return merging == null ? this : with(hashtags, merging.seeing(action).orNothing());
    }

    /** As those see it who may see it and not where it is. */
    public ActionRow withoutVenue() {
        return outside(false, !approaches.isEmpty());
    }

    private ActionRow with(
            Status as,
            Slot slot,
            Venue at,
            List<String> all,
            @Nullable Text why,
            long position,
            Revision last,
            Visibility to,
            Visibility venueTo,
            List<Approach> near,
            @Nullable Audience seenOnce) {
        return new ActionRow(
                id,
                coalition,
                title,
                kind,
                as,
                slot.place(),
                at,
                slot.from(),
                slot.until(),
                slot.localFrom(),
                slot.localUntil(),
                all,
                organizedBy,
                hashtags,
                synchronizedAction,
                why,
                position,
                last,
                to,
                venueTo,
                near,
                merging,
                seenOnce);
    }

    private ActionRow with(List<String> tags, @Nullable Merging merges) {
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
                tags,
                synchronizedAction,
                message,
                placed,
                revision,
                visibility,
                venueVisibility,
                approaches,
                merges,
                once);
    }
}
