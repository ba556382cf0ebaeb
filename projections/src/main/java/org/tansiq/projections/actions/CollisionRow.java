package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Ground;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Relation;
import org.tansiq.projections.actions.FoundRow.Said;
import org.tansiq.projections.shared.Row;

/**
 * Two actions of one coalition that share a city and a time, or a time in two towns that touch.
 *
 * @param id {@code <earlier>+<later>}
 * @param later the one that came to the other: scheduled or moved after it, in the order of the log
 * @param place of the later
 * @param from when both take place; so {@code until}
 * @param relation an overlap until the matcher says more
 * @param score from 0 to 100, how sure; null as long as the matcher said nothing, or it is not to be seen
 * @param waitsFor the organisers of those sides that did not say yet that they go on
 * @param seenBy the organisations that said they have seen it
 * @param acknowledgedBy the organisations that knew of it when they scheduled or moved theirs
 * @param acknowledged who goes on, and why
 * @param different who said that the two have nothing to do with each other
 */
public record CollisionRow(
        String id,
        String coalition,
        String earlier,
        String later,
        Place place,
        Instant from,
        Instant until,
        Relation relation,
        @Nullable Integer score,
        List<Ground> grounds,
        State state,
        List<String> waitsFor,
        List<String> seenBy,
        List<String> acknowledgedBy,
        List<Said> acknowledged,
        @Nullable Said different)
        implements Row {
    /** What tells the surest first. */
    public static final Comparator<CollisionRow> STRONGEST_FIRST = Comparator.comparingInt(
                    (CollisionRow row) -> row.score() == null ? -1 : row.score())
            .reversed()
            .thenComparing(CollisionRow::from)
            .thenComparing(row -> row.id());

    public enum State {
        /** At least one side said nothing yet. */
        OPEN,
        /** Both sides go on, knowing of each other. */
        ACKNOWLEDGED,
        /** They have nothing to do with each other. */
        DIFFERENT
    }

    /** Grounds that say nothing of a venue, nor of what only shows with a judgement of venues. */
    private static final Set<Ground.Kind> WITHOUT_VENUES = Set.of(Ground.Kind.TITLES_ALIKE, Ground.Kind.SAME_ORGANIZER);

    public CollisionRow {
        grounds = List.copyOf(grounds);
        waitsFor = List.copyOf(waitsFor);
        seenBy = List.copyOf(seenBy);
        acknowledgedBy = List.copyOf(acknowledgedBy);
        acknowledged = List.copyOf(acknowledged);
    }

    @Override
    public Set<String> keys() {
        var keys = new HashSet<>(Set.of(key("coalition", coalition), key("action", earlier), key("action", later)));
        waitsFor.forEach(organization -> keys.add(waitsFor(organization)));
        return keys;
    }

    /** The key of what waits for a word of this organisation. */
    public static String waitsFor(Object organization) {
        return key("waits-for", organization);
    }

    static String id(String earlier, String later) {
        return earlier + "+" + later;
    }

    /** @param found what was found of the two, and said of it */
    static CollisionRow between(ActionRow earlier, ActionRow later, List<String> acknowledgedBy, FoundRow found) {
        var judgement = judgement(earlier, later, found).orElse(null);
        var different = found.different();
        var waitsFor = different == null ? waitsFor(earlier, later, acknowledgedBy, found) : List.<String>of();
        return new CollisionRow(
                id(earlier.id(), later.id()),
                later.coalition(),
                earlier.id(),
                later.id(),
                later.place(),
                earlier.from().isAfter(later.from()) ? earlier.from() : later.from(),
                earlier.until().isBefore(later.until()) ? earlier.until() : later.until(),
                judgement == null ? Relation.OVERLAP : judgement.relation(),
                judgement == null ? null : judgement.score(),
                judgement == null ? List.of() : judgement.grounds(),
                different != null ? State.DIFFERENT : waitsFor.isEmpty() ? State.ACKNOWLEDGED : State.OPEN,
                waitsFor,
                found.seenBy(),
                acknowledgedBy,
                found.acknowledged(),
                different);
    }

    /** What was found of them where they stand now. */
    static Optional<FoundRow.Judgement> judgement(ActionRow one, ActionRow other, FoundRow found) {
        return Optional.ofNullable(found.judgement())
                .filter(judgement -> judgement.position() > one.placed() && judgement.position() > other.placed());
    }

    private static List<String> waitsFor(
            ActionRow earlier, ActionRow later, List<String> acknowledgedBy, FoundRow found) {
        var known = new HashSet<>(acknowledgedBy);
        found.acknowledged().forEach(said -> known.add(said.by()));
        return Stream.of(earlier, later)
                .map(ActionRow::organizers)
                .filter(side -> side.stream().noneMatch(known::contains))
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** As those see it who do not see both venues: nothing, if it is the venues that make it one. */
    public Optional<CollisionRow> withoutVenues() {
        if (grounds.stream().anyMatch(ground -> ground.kind() == Ground.Kind.CITIES_TOUCH)) {
            return Optional.empty();
        }
        var left = new ArrayList<Ground>();
        left.add(new Ground(Ground.Kind.SAME_CITY, null));
        left.add(new Ground(
                Ground.Kind.MINUTES_SHARED, Duration.between(from, until).toMinutes()));
        grounds.stream()
                .filter(ground -> WITHOUT_VENUES.contains(ground.kind()))
                .forEach(left::add);
        return Optional.of(new CollisionRow(
                id,
                coalition,
                earlier,
                later,
                place,
                from,
                until,
                Relation.OVERLAP,
                null,
                left,
                state,
                waitsFor,
                seenBy,
                acknowledgedBy,
                acknowledged.stream().map(Said::withoutReason).toList(),
                different == null ? null : different.withoutReason()));
    }
}
