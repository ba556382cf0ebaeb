package org.tansiq.infra.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.StoredRow;

/**
 * The rows of a batch between its decision and their places. Most batches fit into the document that decides; the rows of
 * a large one wait in chunks beside it, written before the decision.
 */
final class MongoRowBatches {
    /** Of 16 MiB that a document may have, which may hold a batch for what serves and one for what is built. */
    private static final long INLINE_BYTES_MAX = 4L << 20;

    private static final long CHUNK_BYTES_MAX = 13L << 20;

    private final MongoCollection<Document> chunks;
    private final long inlineBytesMax;
    private final long chunkBytesMax;

    MongoRowBatches(MongoCollection<Document> chunks) {
        this(chunks, INLINE_BYTES_MAX, CHUNK_BYTES_MAX);
    }

    /** For tests: with other limits. */
    MongoRowBatches(MongoCollection<Document> chunks, long inlineBytesMax, long chunkBytesMax) {
        this.chunks = chunks;
        this.inlineBytesMax = inlineBytesMax;
        this.chunkBytesMax = chunkBytesMax;
    }

    /** What goes into the document that decides. */
    Document prepare(Batch batch) {
        var generation = batch.from().generation();
        var late = batch.belated();
        var prepared = new Document("id", new ObjectId())
                .append("next", batch.next())
                .append(
                        "parked",
                        Stream.concat(
                                        batch.parked().stream().map(one -> MongoRowDocuments.document(generation, one)),
                                        batch.released().stream()
                                                .map(one -> MongoRowDocuments.released(generation, one)))
                                .toList())
                .append("belated", late == null ? List.of() : MongoRowDocuments.belated(List.of(late)));
        var bytes = batch.rows().stream().mapToLong(MongoRowDocuments::bytesMax).sum();
        if (bytes <= inlineBytesMax) {
            return prepared.append("chunks", 0).append("rows", MongoRowDocuments.documents(generation, batch.rows()));
        }
        var parts = parts(batch.rows());
        for (var i = 0; i < parts.size(); i++) {
            chunks.insertOne(new Document("_id", chunk(prepared, i))
                    .append("batch", prepared.getObjectId("id"))
                    .append("generation", generation)
                    .append("rows", MongoRowDocuments.documents(generation, parts.get(i))));
        }
        return prepared.append("chunks", parts.size()).append("rows", List.of());
    }

    /** A part of the rows after the other, or nothing if somebody finished the batch meanwhile and cleared it away. */
    Optional<List<Document>> part(Document prepared, int part) {
        if (prepared.getInteger("chunks") == 0) {
            return Optional.of(prepared.getList("rows", Document.class));
        }
        return Optional.ofNullable(chunks.find(eq("_id", chunk(prepared, part))).first())
                .map(chunk -> chunk.getList("rows", Document.class));
    }

    static int parts(Document prepared) {
        return Math.max(1, prepared.getInteger("chunks"));
    }

    void discard(Document prepared) {
        if (prepared.getInteger("chunks") > 0) {
            chunks.deleteMany(eq("batch", prepared.getObjectId("id")));
        }
    }

    /** Clears away what waits for a generation: it was never decided, or belongs to nobody any more. */
    void clear(long generation) {
        chunks.deleteMany(eq("generation", generation));
    }

    private List<List<StoredRow>> parts(List<StoredRow> rows) {
        var parts = new ArrayList<List<StoredRow>>();
        var part = new ArrayList<StoredRow>();
        var bytes = 0L;
        for (var row : rows) {
            var more = MongoRowDocuments.bytesMax(row);
            if (!part.isEmpty() && bytes + more > chunkBytesMax) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(row);
            bytes += more;
        }
        parts.add(part);
        return parts;
    }

    private static String chunk(Document prepared, int part) {
        return prepared.getObjectId("id") + "/" + part;
    }
}
