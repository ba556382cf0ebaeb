package org.tansiq.infra.mongo;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.RowReader;
import org.tansiq.infra.rows.Serving;
import org.tansiq.infra.rows.StoredRow;

/**
 * Reads what serves. Another generation may take its place while a question is being answered, and the rows of this one
 * be dropped: so it is looked again afterwards which one serves, and asked again if that is another.
 */
record MongoServingReader(MongoRowStore store, Edition edition) implements RowReader {
    private <T> T read(Function<RowReader, T> question) {
        return read(store.servingLately(edition), question);
    }

    private <T> T read(Serving lately, Function<RowReader, T> question) {
        var serving = lately;
        for (; ; ) {
            var answer = question.apply(store.reader(serving));
            var now = store.servingNow(edition);
            if (now.progress().generation() == serving.progress().generation()) {
                return answer;
            }
            serving = now;
        }
    }

    @Override
    public Optional<StoredRow> get(String view, String id) {
        return read(rows -> rows.get(view, id));
    }

    @Override
    public List<StoredRow> find(String view, String key) {
        return read(rows -> rows.find(view, key));
    }

    @Override
    public List<StoredRow> find(String view, String key, @Nullable String after, int limit) {
        return read(rows -> rows.find(view, key, after, limit));
    }

    @Override
    public List<StoredRow> changes(String view, String key, long after, int limit) {
        return read(store.servingNow(edition), rows -> rows.changes(view, key, after, limit));
    }

    /** A scan ends in the rows that it began in; if they are dropped meanwhile it is not whole, and fails. */
    @Override
    public void scan(String view, Consumer<StoredRow> visitor) {
        var serving = store.servingNow(edition);
        store.reader(serving).scan(view, visitor);
        if (store.servingNow(edition).progress().generation()
                != serving.progress().generation()) {
            throw MongoRowStore.replaced(edition);
        }
    }

    @Override
    public List<StoredRow> page(String view, @Nullable String after, int limit) {
        return read(rows -> rows.page(view, after, limit));
    }

    @Override
    public List<Parked> parked() {
        return read(RowReader::parked);
    }

    @Override
    public long waiting() {
        return read(RowReader::waiting);
    }
}
