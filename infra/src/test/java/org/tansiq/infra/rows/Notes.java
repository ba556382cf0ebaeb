package org.tansiq.infra.rows;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.Fact;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/**
 * Notes on walls. Two notes on one wall are a pair, and it matters which was first: so it shows every misordering.
 *
 * @param style which notes begin with; a mistake of an earlier program may have left another
 * @param torn whether a torn note can be applied, which a better program can
 */
record Notes(int version, String style, Predicate<Torn> torn) implements Projection {
    static final String COALITION = "ghouta";
    static final String ALL = "coalition:ghouta";
    static final View<Note> NOTES = new View<>("notes", Note.class);
    static final View<Pair> PAIRS = new View<>("pairs", Pair.class);

    record Note(String id, String wall, String text) implements Row {
        @Override
        public Set<String> keys() {
            return Set.of(Keys.key("wall", wall), ALL);
        }
    }

    record Pair(String id, String earlier, String later) implements Row {
        @Override
        public Set<String> keys() {
            return Set.of(Keys.key("note", earlier), Keys.key("note", later), ALL);
        }
    }

    @Event(namespace = "notes", name = "Put", version = "1")
    record Put(String note, String wall, String text, Instant at) implements Fact {}

    @Event(namespace = "notes", name = "Taken", version = "1")
    record Taken(String note, Instant at) implements Fact {}

    /** Cannot be applied, and says so after it has written a row. */
    @Event(namespace = "notes", name = "Burnt", version = "1")
    record Burnt(String note, Instant at) implements Fact {}

    /** Moves to another wall, if that can be made out. */
    @Event(namespace = "notes", name = "Torn", version = "1")
    record Torn(String note, String wall, Instant at) implements Fact {}

    /** Cannot be applied either, and is of no coalition. */
    @Event(namespace = "notes", name = "Hung", version = "1")
    record Hung(Instant at) implements Fact {}

    Notes(int version) {
        this(version, "", any -> true);
    }

    Notes styled(String other) {
        return new Notes(version, other, torn);
    }

    Notes tearing(Predicate<Torn> readable) {
        return new Notes(version, style, readable);
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public List<View<?>> views() {
        return List.of(NOTES, PAIRS);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        switch (event.fact()) {
            case Put put -> put(put.note(), put.wall(), style + put.text(), rows);
            case Taken taken -> take(taken.note(), rows);
            case Burnt burnt -> {
                rows.put(NOTES, new Note(burnt.note(), "ash", "burnt"));
                rows.remove(NOTES, "a");
                throw new IllegalStateException("Nothing is left of " + burnt.note() + ".");
            }
            case Torn piece -> {
                if (!torn.test(piece)) {
                    throw new IllegalStateException("Nobody can read " + piece.note() + ".");
                }
                put(piece.note(), piece.wall(), style + "torn", rows);
            }
            case Hung hung -> throw new IllegalStateException("What was hung?");
            default -> {}
        }
    }

    private static void put(String note, String wall, String text, Rows rows) {
        take(note, rows);
        for (var other : rows.find(NOTES, Keys.key("wall", wall))) {
            rows.put(PAIRS, new Pair(other.id() + "+" + note, other.id(), note));
        }
        rows.put(NOTES, new Note(note, wall, text));
    }

    private static void take(String note, Rows rows) {
        for (var pair : new HashSet<>(rows.find(PAIRS, Keys.key("note", note)))) {
            rows.remove(PAIRS, pair.id());
        }
        rows.remove(NOTES, note);
    }
}
