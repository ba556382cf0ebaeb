package org.tansiq.gateway.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.infra.history.History;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.shared.View;

/**
 * Waits for rows, which are a moment behind the log. Not for a projection's own thread, which would wait for itself.
 */
@Component
public class Latest {
    private static final String AFTER = "Tansiq-After";
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final Views views;
    private final History history;

    Latest(Views views, History history) {
        this.views = views;
        this.history = history;
    }

    /**
     * Waits, at most 2 s, until the view reflects a position that a reader has seen.
     *
     * @param after null: any will do
     * @throws org.tansiq.domain.shared.Invalid {@code bad-position} below -1, which is before the first event
     */
    public void reached(View<?> view, @Nullable Long after) {
        if (after != null) {
            views.await(view, Fields.position(AFTER, after), WAIT_MAX);
        }
    }

    /**
     * Looks for what a decision begins with, and, if it is not there, again when the rows have come as far as the log is
     * now: whoever was just let in is in.
     */
    public <T> Optional<T> find(View<?> view, Supplier<Optional<T>> look) {
        var found = look.get();
        if (found.isPresent()) {
            return found;
        }
        views.await(view, history.head() - 1, WAIT_MAX);
        return look.get();
    }
}
