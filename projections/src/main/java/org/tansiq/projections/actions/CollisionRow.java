package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tansiq.domain.actions.Place;
import org.tansiq.projections.shared.Row;

/**
 * Two actions of one coalition that share a city and a time.
 *
 * @param id {@code <earlier>+<later>}
 * @param later the one that came to the other: scheduled or moved after it, in the order of the log
 * @param from when both take place; so {@code until}
 * @param acknowledgedBy the organisations that said they know
 */
public record CollisionRow(
        String id,
        String coalition,
        String earlier,
        String later,
        Relation relation,
        Place place,
        Instant from,
        Instant until,
        List<String> acknowledgedBy)
        implements Row {
    public enum Relation {
        /** At one venue: perhaps one action that was entered twice. */
        SAME_PLACE,
        /** They split the crowd. */
        SAME_CITY
    }

    public CollisionRow {
        acknowledgedBy = List.copyOf(acknowledgedBy);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition), key("action", earlier), key("action", later));
    }

    static String id(String earlier, String later) {
        return earlier + "+" + later;
    }

    static CollisionRow between(ActionRow earlier, ActionRow later, List<String> acknowledgedBy) {
        return new CollisionRow(
                id(earlier.id(), later.id()),
                later.coalition(),
                earlier.id(),
                later.id(),
                relation(earlier, later),
                later.place(),
                earlier.from().isAfter(later.from()) ? earlier.from() : later.from(),
                earlier.until().isBefore(later.until()) ? earlier.until() : later.until(),
                acknowledgedBy);
    }

    /** As those see it who do not see both venues. */
    public CollisionRow withoutVenues() {
        return new CollisionRow(id, coalition, earlier, later, Relation.SAME_CITY, place, from, until, acknowledgedBy);
    }

    /** Judged again by someone who reads the names of the venues, which the rows may keep sealed. */
    public CollisionRow told(ActionRow first, ActionRow second) {
        return new CollisionRow(
                id, coalition, earlier, later, relation(first, second), place, from, until, acknowledgedBy);
    }

    private static Relation relation(ActionRow one, ActionRow other) {
        return SamePlace.is(one.venue(), other.venue()) ? Relation.SAME_PLACE : Relation.SAME_CITY;
    }

    CollisionRow acknowledgedBy(List<String> organizations) {
        return new CollisionRow(id, coalition, earlier, later, relation, place, from, until, organizations);
    }
}
