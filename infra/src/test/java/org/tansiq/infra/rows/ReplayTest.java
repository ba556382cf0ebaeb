package org.tansiq.infra.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.json.Unreadable;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.rows.Notes.Burnt;
import org.tansiq.infra.rows.Notes.Note;
import org.tansiq.infra.rows.Notes.Put;
import org.tansiq.infra.rows.Notes.Taken;

class ReplayTest {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");

    private final ListSource log = new ListSource();
    private final Replay replay = new Replay(log);
    private final Notes notes = new Notes(1);

    @Test
    void it_shows_what_was_there_before_a_position() {
        log.append(put("a"), put("b"), new Taken("a", NOW));

        assertThat(ids(0)).isEmpty();
        assertThat(ids(1)).containsExactly("a");
        assertThat(ids(2)).containsExactly("a", "b");
        assertThat(ids(3)).containsExactly("b");
    }

    @Test
    void what_is_behind_the_head_is_not_there() {
        log.append(put("a"));
        assertThat(ids(1_000)).containsExactly("a");
    }

    @Test
    void an_event_that_fails_leaves_nothing_of_what_it_wrote_and_the_next_are_folded() {
        log.append(put("a"), put("b"), new Burnt("c", NOW), put("d"));

        var rows = replay.of(notes, 4);

        assertThat(rows.all(Notes.NOTES)).extracting(Note::id).containsExactly("a", "b", "d");
        assertThat(rows.find(Notes.NOTES, "wall:ash")).isEmpty();
        assertThat(rows.find(Notes.NOTES, "wall:w")).hasSize(3);
        assertThat(rows.all(Notes.PAIRS)).extracting("id").containsExactly("a+b", "a+d", "b+d");
    }

    @Test
    void an_event_that_cannot_be_read_is_left_out() {
        log.append(put("a"), new Unreadable("notes.Put", "9", new UnreadableJson("too new", null), NOW), put("b"));
        assertThat(ids(3)).containsExactly("a", "b");
    }

    @Test
    void a_row_that_changed_its_keys_is_found_by_the_new_ones_only() {
        log.append(put("a"), new Put("a", "other", "moved", NOW));

        assertThat(replay.of(notes, 2).find(Notes.NOTES, "wall:w")).isEmpty();
        assertThat(replay.of(notes, 2).find(Notes.NOTES, "wall:other"))
                .extracting(Note::text)
                .containsExactly("moved");
    }

    @Test
    void rows_come_in_the_order_of_the_stores_in_any_script() {
        // Among them one that Java's own order would put elsewhere: it needs two UTF-16 units.
        var ids = List.of("B", "a/1", "b", "حمص", "\uFE0E", "\uD83D\uDD4A");
        ids.reversed().forEach(id -> log.append(put(id)));

        assertThat(ids(6)).isEqualTo(ids);
        assertThat(replay.of(notes, 6).find(Notes.NOTES, "wall:w"))
                .extracting(Note::id)
                .isEqualTo(ids);
    }

    private static Put put(String note) {
        return new Put(note, "w", "words", NOW);
    }

    private List<String> ids(long before) {
        return replay.of(notes, before).all(Notes.NOTES).stream().map(Note::id).toList();
    }
}
