package org.tansiq.infra.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where nothing was ever written. */
final class NoRows implements RowReader {
    static final NoRows INSTANCE = new NoRows();

    private NoRows() {}

    @Override
    public Optional<StoredRow> get(String view, String id) {
        return Optional.empty();
    }

    @Override
    public List<StoredRow> find(String view, String key) {
        return List.of();
    }

    @Override
    public List<StoredRow> find(String view, String key, @Nullable String after, int limit) {
        return List.of();
    }

    @Override
    public List<StoredRow> changes(String view, String key, long after, int limit) {
        return List.of();
    }

    @Override
    public void scan(String view, Consumer<StoredRow> visitor) {}

    @Override
    public List<StoredRow> page(String view, @Nullable String after, int limit) {
        return List.of();
    }

    @Override
    public List<Parked> parked() {
        return List.of();
    }

    @Override
    public long waiting() {
        return 0;
    }
}
