package org.tansiq.infra.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Lease;
import org.tansiq.infra.rows.LeaseLost;
import org.tansiq.infra.rows.Outcome;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.ProgressMoved;
import org.tansiq.infra.rows.Request;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.RowStoreContract;
import org.tansiq.infra.rows.StoredRow;

class MongoRowStoreTest extends RowStoreContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    protected boolean ordersByCodePoints() {
        return !mongo.isStandalone();
    }

    @Override
    protected RowStore open() {
        return MongoRowStore.open(mongo.database());
    }

    @Override
    protected long generationsKept() {
        return mongo.database()
                .getCollection("projection_rows")
                .distinct("generation", Long.class)
                .into(new ArrayList<>())
                .size();
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
        assertThat(standsAt()).isEqualTo(at(1));
        var other = open();
        assertThat(other.resume(BOARD).serving()).isEqualTo(serving(BOARD));
        assertThat(standsAt()).isEqualTo(at(3));
        var rows = other.serving(BOARD);
        assertThat(rows.find(TASKS, GHOUTA)).containsExactly(put("permit", 2, GHOUTA), put("poster", 1, GHOUTA));
        assertThat(rows.find(TASKS, BERLIN)).isEmpty();
        assertThat(rows.parked()).containsExactly(parked(1));
        assertThat(other.resume(BOARD).serving()).isEqualTo(serving(BOARD));
    }

    @Test
    void nothing_is_decided_over_a_batch_that_is_not_finished() {
        begin();
        die_after_deciding(batch(0, 2, put("permit", 1, GHOUTA)));
        assertThatThrownBy(() -> write(at(0), 1, put("permit", 0, BERLIN))).isInstanceOf(ProgressMoved.class);
        store.resume(BOARD);
        assertThat(standsAt()).isEqualTo(at(2));
        assertThat(rows().find(TASKS, GHOUTA)).containsExactly(put("permit", 1, GHOUTA));
        assertThat(rows().find(TASKS, BERLIN)).isEmpty();
    }

    @Test
    void what_serves_is_written_while_a_batch_of_what_is_built_is_not_finished() {
        begin();
        var building = store.begin(BOARD, lease.term());
        mongo().decide(Batch.of(BOARD, lease.term(), building, 1, List.of(put("poster", 0, GHOUTA)), List.of()));
        write(at(0), 1, put("permit", 0, GHOUTA));
        assertThat(standsAt()).isEqualTo(at(1));
        assertThatThrownBy(() -> store.serve(BOARD, lease.term(), building, null))
                .isInstanceOf(ProgressMoved.class);
        assertThat(store.resume(BOARD).building()).isEqualTo(new Progress(building.generation(), 1));
    }

    @Test
    void a_batch_that_was_decided_under_an_old_term_is_finished_by_the_next_holder() {
        begin();
        die_after_deciding(batch(0, 2, put("permit", 1, GHOUTA)));
        lease = store.take(BOARD, store.standing(BOARD).lease(), "b").orElseThrow();
        store.resume(BOARD);
        assertThat(standsAt()).isEqualTo(at(2));
        write(at(2), 3, put("permit", 2, BERLIN));
        assertThat(rows().find(TASKS, GHOUTA)).isEmpty();
    }

    @Test
    void changes_end_before_a_batch_that_is_not_finished() {
        begin();
        write(at(0), 1, put("a", 0, GHOUTA));
        mongo.database()
                .getCollection("projection_rows")
                .insertOne(MongoRowDocuments.document(generation, put("b", 4, GHOUTA))
                        .append("write", 1L));
        assertThat(rows().changes(TASKS, GHOUTA, -1, 10))
                .extracting(StoredRow::id)
                .containsExactly("a");
        write(at(1), 5, put("b", 4, GHOUTA), put("c", 3, GHOUTA));
        assertThat(rows().changes(TASKS, GHOUTA, 0, 10))
                .extracting(StoredRow::id)
                .containsExactly("c", "b");
    }

    @Test
    void rows_of_a_slow_runner_do_not_take_the_place_of_later_ones() {
        begin();
        var decided = mongo().decide(batch(0, 1, put("permit", 0, BERLIN)));
        store.resume(BOARD);
        write(at(1), 2, put("permit", 1, GHOUTA));
        // A repair sets a row anew at the position that it has.
        store.write(new Batch(
                BOARD, lease.term(), at(2), 2, List.of(put("poster", 1, GHOUTA)), List.of(), List.of(0L), null));
        mongo().finish(BOARD, decided.slot(), decided.content());
        assertThat(rows().get(TASKS, "permit")).contains(put("permit", 1, GHOUTA));
        assertThat(rows().parked()).isEmpty();
        assertThat(standsAt()).isEqualTo(at(2));
    }

    @Test
    void what_a_slow_runner_puts_into_a_dropped_generation_is_swept_later() {
        begin();
        var decided = mongo().decide(batch(0, 1, put("permit", 0, BERLIN)));
        store.resume(BOARD);
        rebuilt(0);
        sweep(BOARD);
        mongo().finish(BOARD, decided.slot(), decided.content());
        assertThat(generationsKept()).isEqualTo(1);
        assertThat(rows().find(TASKS, BERLIN)).isEmpty();
        sweep(BOARD);
        assertThat(generationsKept()).isZero();
    }

    @Test
    void the_generation_that_is_being_built_is_there_after_opening_again() {
        begin();
        var building = store.begin(BOARD, lease.term());
        write(building, 2, put("poster", 1, GHOUTA));
        var other = open();
        assertThat(other.resume(BOARD).building()).isEqualTo(new Progress(building.generation(), 2));
        assertThat(other.generation(building.generation()).find(TASKS, GHOUTA)).hasSize(1);
    }

    @Test
    void a_large_batch_waits_in_chunks_and_leaves_none() {
        var small = new MongoRowStore(
                mongo.database(), new MongoRowBatches(MongoRowStore.chunks(mongo.database()), 1_000, 2_000));
        var chunks = mongo.database().getCollection("projection_batches");
        begin();
        var rows =
                IntStream.range(0, 30).mapToObj(i -> put("row-" + i, i, GHOUTA)).toList();
        var batch = Batch.of(BOARD, lease.term(), at(0), 30, rows, List.of());
        small.decide(batch);
        assertThat(chunks.countDocuments()).isGreaterThan(3);
        assertThat(standsAt()).isEqualTo(at(0));
        assertThatThrownBy(() -> small.write(batch)).isInstanceOf(ProgressMoved.class);
        store.resume(BOARD);
        assertThat(rows().find(TASKS, GHOUTA)).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(standsAt()).isEqualTo(at(30));
        assertThat(chunks.countDocuments()).isZero();
    }

    @Test
    void chunks_that_never_were_decided_are_cleared_away() {
        begin();
        write(at(0), 1, put("a", 0, GHOUTA));
        var chunks = mongo.database().getCollection("projection_batches");
        new MongoRowBatches(chunks, 0, 1_000).prepare(batch(1, 2, put("b", 1, GHOUTA)));
        assertThat(chunks.countDocuments()).isPositive();
        store.resume(BOARD);
        assertThat(chunks.countDocuments()).isZero();
    }

    @Test
    void a_large_generation_is_dropped_in_parts() {
        begin();
        var rows = IntStream.range(0, 5_000)
                .mapToObj(i -> put("row-" + i, i, GHOUTA))
                .toList();
        store.write(Batch.of(BOARD, lease.term(), at(0), 5_000, rows, List.of()));
        rebuilt(0);
        assertThat(store.sweep(BOARD)).isTrue();
        assertThat(generationsKept()).isEqualTo(1);
        sweep(BOARD);
        assertThat(generationsKept()).isZero();
    }

    @Test
    void a_second_store_sees_what_serves_at_once() {
        begin();
        write(at(0), 1, put("permit", 0, GHOUTA));
        var other = open();
        assertThat(other.serving(BOARD).get(TASKS, "permit")).isPresent();
        rebuilt(1, put("poster", 0, GHOUTA));
        assertThat(other.serving(BOARD).get(TASKS, "permit")).isEmpty();
        assertThat(other.serving(BOARD).find(TASKS, GHOUTA)).hasSize(1);
    }

    @Test
    void outcomes_that_nobody_came_for_are_thrown_away_when_the_lease_changes_hands() {
        begin();
        store.ask(BOARD, new Request("r1", Request.Kind.REBUILD, -1, ""));
        store.ask(BOARD, new Request("r2", Request.Kind.REBUILD, -1, ""));
        store.answer(BOARD, lease.term(), "r1", Outcome.DONE);
        lease = store.take(BOARD, lease, "b").orElseThrow();
        assertThat(store.outcome(BOARD, "r1")).isEmpty();
        assertThat(store.standing(BOARD).requests()).extracting(Request::id).containsExactly("r2");
    }

    @Test
    void a_write_that_a_new_lease_overtook_leaves_no_chunks() {
        var small = new MongoRowStore(
                mongo.database(), new MongoRowBatches(MongoRowStore.chunks(mongo.database()), 0, 1_000));
        begin();
        assertThat(store.take(BOARD, lease, "b")).isPresent();
        assertThatThrownBy(() -> small.write(batch(0, 2, put("permit", 1, GHOUTA))))
                .isInstanceOf(LeaseLost.class);
        assertThat(mongo.database().getCollection("projection_batches").countDocuments())
                .isZero();
        assertThat(store.standing(BOARD).lease()).isEqualTo(new Lease("b", 2, 0));
    }

    private MongoRowStore mongo() {
        return (MongoRowStore) store;
    }

    private Batch batch(long from, long next, StoredRow... rows) {
        return Batch.of(BOARD, lease.term(), at(from), next, List.of(rows), List.of(parked(from)));
    }

    private void die_after_deciding(Batch batch) {
        mongo().decide(batch);
    }
}
