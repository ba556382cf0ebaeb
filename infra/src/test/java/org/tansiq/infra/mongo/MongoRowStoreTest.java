package org.tansiq.infra.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.ProgressMoved;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.RowStoreContract;
import org.tansiq.infra.rows.StoredRow;

class MongoRowStoreTest extends RowStoreContract {
    private final MongoRowDatabase mongo = new MongoRowDatabase();

    @Override
    protected RowStore open() {
        return MongoRowStore.open(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }

    @Test
    void what_is_durable_is_said_in_code() {
        var rows = MongoRowStore.collection(mongo.database(), "rows");
        assertThat(rows.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(rows.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
    }

    @Test
    void a_batch_that_was_decided_and_not_finished_is_finished_by_whoever_resumes() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA, BERLIN));
        die_after_deciding(batch(1, 3, put("permit", 2, GHOUTA), put("poster", 1, GHOUTA)));
        assertThat(store.progress(BOARD)).isEqualTo(at(1));
        var other = open();
        assertThat(other.resume(BOARD)).isEqualTo(at(3));
        assertThat(other.find(TASKS, GHOUTA)).containsExactly(put("permit", 2, GHOUTA), put("poster", 1, GHOUTA));
        assertThat(other.find(TASKS, BERLIN)).isEmpty();
        assertThat(other.parked(BOARD)).containsExactly(parked(1));
        assertThat(other.resume(BOARD)).isEqualTo(at(3));
    }

    @Test
    void a_batch_that_was_decided_and_not_finished_is_finished_by_whoever_writes_next() {
        begin();
        die_after_deciding(batch(0, 2, put("permit", 1, GHOUTA)));
        assertThatThrownBy(() -> write(at(0), 1, put("permit", 0, BERLIN))).isInstanceOf(ProgressMoved.class);
        assertThat(store.progress(BOARD)).isEqualTo(at(2));
        assertThat(store.find(TASKS, GHOUTA)).containsExactly(put("permit", 1, GHOUTA));
        assertThat(store.find(TASKS, BERLIN)).isEmpty();
    }

    @Test
    void changes_end_before_a_batch_that_is_not_finished() {
        begin();
        write(at(0), 1, put("a", 0, GHOUTA));
        mongo.database().getCollection("rows").insertOne(MongoRowDocuments.document(put("b", 4, GHOUTA)));
        assertThat(store.changes(TASKS, GHOUTA, -1, 10))
                .extracting(StoredRow::id)
                .containsExactly("a");
        write(at(1), 5, put("b", 4, GHOUTA), put("c", 3, GHOUTA));
        assertThat(store.changes(TASKS, GHOUTA, 0, 10))
                .extracting(StoredRow::id)
                .containsExactly("c", "b");
    }

    @Test
    void rows_of_a_slow_runner_do_not_take_the_place_of_later_ones() {
        begin();
        var slow = new Batch(BOARD, at(0), 1, List.of(put("permit", 0, BERLIN)), List.of());
        var decided = ((MongoRowStore) store).decide(slow);
        store.resume(BOARD);
        write(at(1), 2, put("permit", 1, GHOUTA));
        ((MongoRowStore) store).finish(decided);
        assertThat(store.get(TASKS, "permit")).contains(put("permit", 1, GHOUTA));
        assertThat(store.progress(BOARD)).isEqualTo(at(2));
    }

    @Test
    void a_reset_that_was_begun_and_not_finished_is_finished_by_whoever_resumes() {
        begin();
        write(at(0), 3, put("permit", 0, GHOUTA));
        ((MongoRowStore) store).beginReset(BOARD, List.of(TASKS), at(3), 2);
        var other = open();
        assertThat(other.resume(BOARD).version()).isEqualTo(2);
        assertThat(other.find(TASKS, GHOUTA)).isEmpty();
        other.write(new Batch(BOARD, other.progress(BOARD), 1, List.of(put("permit", 0, GHOUTA)), List.of()));
        assertThat(other.find(TASKS, GHOUTA)).hasSize(1);
    }

    @Test
    void a_large_batch_waits_in_chunks_and_leaves_none() {
        var small = new MongoRowStore(
                MongoRowStore.collection(mongo.database(), "rows"),
                MongoRowStore.collection(mongo.database(), "projections"),
                MongoRowStore.collection(mongo.database(), "parked"),
                new MongoRowBatches(MongoRowStore.collection(mongo.database(), "row_batches"), 1_000, 2_000));
        var chunks = mongo.database().getCollection("row_batches");
        begin();
        var rows =
                IntStream.range(0, 30).mapToObj(i -> put("row-" + i, i, GHOUTA)).toList();
        var batch = new Batch(BOARD, at(0), 30, rows, List.of());
        small.decide(batch);
        assertThat(chunks.countDocuments()).isGreaterThan(3);
        assertThat(store.progress(BOARD)).isEqualTo(at(0));
        assertThatThrownBy(() -> small.write(batch)).isInstanceOf(ProgressMoved.class);
        assertThat(store.find(TASKS, GHOUTA)).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(store.progress(BOARD)).isEqualTo(at(30));
        assertThat(chunks.countDocuments()).isZero();
    }

    @Test
    void chunks_that_never_were_decided_are_cleared_away() {
        begin();
        write(at(0), 1, put("a", 0, GHOUTA));
        var chunks = mongo.database().getCollection("row_batches");
        new MongoRowBatches(chunks, 0, 1_000).prepare(batch(0, 2, put("b", 1, GHOUTA)));
        assertThat(chunks.countDocuments()).isPositive();
        store.resume(BOARD);
        assertThat(chunks.countDocuments()).isZero();
    }

    @Test
    void an_older_write_is_ignored_row_by_row() {
        begin();
        mongo.database().getCollection("rows").insertOne(MongoRowDocuments.document(put("b", 9, BERLIN)));
        write(at(0), 3, put("a", 1, GHOUTA), put("b", 2, GHOUTA), put("c", 2, GHOUTA));
        assertThat(store.find(TASKS, GHOUTA)).extracting(StoredRow::id).containsExactly("a", "c");
        assertThat(store.get(TASKS, "b")).contains(put("b", 9, BERLIN));
    }

    private static Batch batch(long from, long next, StoredRow... rows) {
        return new Batch(BOARD, at(from), next, List.of(rows), List.of(parked(from)));
    }

    private void die_after_deciding(Batch batch) {
        ((MongoRowStore) store).decide(batch);
    }
}
