package org.tansiq.infra.rows;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.Fact;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** Notes on walls. Two notes on one wall are a pair, and it matters which was first: so it shows every misordering. */
record Notes(int version) implements Projection {
    static final View<Note> NOTES = new View<>("notes", Note.class);
    static final View<Pair> PAIRS = new View<>("pairs", Pair.class);

    record Note(String id, String wall, String text) implements Row {
        @Override
        public Set<String> keys() {
            return Set.of(Keys.key("wall", wall), "all");
        }
    }

    record Pair(String id, String earlier, String later) implements Row {
        @Override
        public Set<String> keys() {
            return Set.of(Keys.key("note", earlier), Keys.key("note", later), "all");
        }
    }

    @Event(namespace = "notes", name = "Put", version = "1")
    record Put(String note, String wall, String text, Instant at) implements Fact {}

    @Event(namespace = "notes", name = "Taken", version = "1")
    record Taken(String note, Instant at) implements Fact {}

    /** Cannot be applied, and says so after it has written a row. */
    @Event(namespace = "notes", name = "Burnt", version = "1")
    record Burnt(String note, Instant at) implements Fact {}

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
            case Put put -> {
                take(put.note(), rows);
                for (var other : rows.find(NOTES, Keys.key("wall", put.wall()))) {
                    rows.put(PAIRS, new Pair(other.id() + "+" + put.note(), other.id(), put.note()));
                }
                rows.put(NOTES, new Note(put.note(), put.wall(), put.text()));
            }
            case Taken taken -> take(taken.note(), rows);
            case Burnt burnt -> {
                rows.put(NOTES, new Note(burnt.note(), "ash", "burnt"));
                rows.remove(NOTES, "a");
                throw new IllegalStateException("Nothing is left of " + burnt.note() + ".");
            }
            default -> {}
        }
    }

    private static void take(String note, Rows rows) {
        for (var pair : new HashSet<>(rows.find(PAIRS, Keys.key("note", note)))) {
            rows.remove(PAIRS, pair.id());
        }
        rows.remove(NOTES, note);
    }
}
