package org.tansiq.infra.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.messaging.eventstreaming.Tag;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.CommitLogContract;
import org.tansiq.infra.log.LogFailure;

class MongoCommitLogTest extends CommitLogContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    protected CommitLog openStore() {
        return mongo.openLog();
    }

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void a_standalone_server_is_refused_with_what_to_do() {
        assumeTrue(mongo.isStandalone());
        assertThatThrownBy(() -> new MongoCommitLog(mongo.database(), false))
                .isInstanceOf(LogFailure.class)
                .hasMessageContaining("--replSet");
    }

    @Test
    void a_server_that_does_not_confirm_for_a_majority_is_refused_with_what_to_do() {
        var late = new WriteConcernError(
                64, "WriteConcernFailed", "waiting for replication timed out", new BsonDocument());
        assertThatThrownBy(() -> ServerCheck.confirming(() -> {
                    throw new MongoWriteConcernException(
                            late, WriteConcernResult.unacknowledged(), new ServerAddress(), List.of());
                }))
                .isInstanceOf(MajorityMissing.class)
                .hasMessageContaining("rs.status()");
        assertThatThrownBy(() -> ServerCheck.confirming(() -> {
                    throw new MongoTimeoutException("nobody there");
                }))
                .isInstanceOf(MajorityMissing.class);
    }

    @Test
    void a_server_that_confirms_is_taken() {
        var written = new AtomicBoolean();
        ServerCheck.confirming(() -> written.set(true));
        assertThat(written).isTrue();
    }

    @Test
    void one_commit_is_one_document_at_the_position_of_its_first_event() {
        log.append(adjoining(0, 3, 2));
        assertThat(mongo.database().getCollection("commits").find().map(found -> found.getLong("_id")))
                .containsExactly(0L, 3L);
    }

    @Test
    void the_server_itself_keeps_a_commit_id_unique() {
        var commits = mongo.database().getCollection("commits");
        log.append(List.of(commit(0, "same", List.of(event()))));
        assertThatThrownBy(() -> commits.insertMany(List.of(new Document("_id", 1L).append("commit", "same"))))
                .isInstanceOf(MongoBulkWriteException.class)
                .hasMessageContaining("E11000");
    }

    @Test
    void a_write_that_turns_out_to_be_stored_already_is_a_success() {
        var commits = adjoining(0, 1, 2, 3, 1);
        log.append(commits.subList(0, 2));

        assertThat(log.append(commits)).isEqualTo(new Appended.All(4));

        assertThat(log.read(0, 100)).isEqualTo(commits);
        assertThat(log.append(commits)).isEqualTo(new Appended.All(4));
        assertThat(log.head()).isEqualTo(7);
    }

    @Test
    void a_write_that_is_stored_in_part_before_another_came_is_cut_there() {
        var commits = adjoining(0, 1, 2, 3);
        log.append(commits.subList(0, 2));
        log.append(adjoining(3, 1));

        assertThat(log.append(commits)).isEqualTo(new Appended.PositionTaken(2));
    }

    @Test
    void tags_are_read_as_they_were_written() {
        for (var key : List.of("a", "a=b", "a\\", "\\=", "", "ح=")) {
            for (var value : List.of("", "b", "=", "c\\=d")) {
                var tag = new Tag(key + "k", value);
                assertThat(Documents.readTag(Documents.write(tag))).isEqualTo(tag);
            }
        }
        assertThat(Documents.write(new Tag("a", "b=c"))).isEqualTo("a=b=c");
    }
}
