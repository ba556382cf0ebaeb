package org.tansiq.projections.tasks;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.projections.shared.Audience;
import org.tansiq.projections.shared.Guarded;

/**
 * One task on the board. It has the key {@code holder:} only while it is held, so that this finds what an organisation
 * has to give back.
 *
 * @param holder who holds it, or who did it
 * @param offeredTo whom the holder would hand it over to
 * @param since when it came to its present state, or to its present holder
 * @param reason why it was cancelled
 * @param once see {@link Guarded#once}
 */
public record TaskRow(
        String id,
        String coalition,
        Text title,
        Text needed,
        @Nullable Instant due,
        @Nullable String action,
        String openedBy,
        State state,
        @Nullable String holder,
        @Nullable String offeredTo,
        Instant since,
        @Nullable Text reason,
        Visibility visibility,
        @Nullable Audience once)
        implements Guarded {
    public enum State {
        OPEN,
        HELD,
        DONE,
        CANCELLED
    }

    @Override
    public Set<String> keys() {
        var keys = new HashSet<>(guardKeys(false));
        keys.add(key("coalition", coalition));
        if (holder != null && state == State.HELD) {
            keys.add(key("holder", holder));
        }
        if (offeredTo != null) {
            keys.add(key("offered-to", offeredTo));
        }
        if (action != null) {
            keys.add(key("action", action));
        }
        return Set.copyOf(keys);
    }

    TaskRow open(Instant at) {
        return now(State.OPEN, null, null, at, null);
    }

    TaskRow heldBy(String organization, Instant at) {
        return now(State.HELD, organization, null, at, null);
    }

    TaskRow offeredTo(@Nullable String organization) {
        return now(state, holder, organization, since, reason);
    }

    TaskRow doneBy(String organization, Instant at) {
        return now(State.DONE, organization, null, at, null);
    }

    TaskRow cancelled(Text why, Instant at) {
        return now(State.CANCELLED, null, null, at, why);
    }

    private TaskRow now(State as, @Nullable String by, @Nullable String to, Instant at, @Nullable Text why) {
        return new TaskRow(id, coalition, title, needed, due, action, openedBy, as, by, to, at, why, visibility, once);
    }

    TaskRow shown(Visibility to) {
        return with(action, to, once);
    }

    /** In the place of what it was. */
    TaskRow after(TaskRow was) {
        return with(action, visibility, onceAfter(was));
    }

    /** As those see it who see its action as little as one that is not there. */
    public TaskRow withoutAction() {
        return with(null, visibility, once);
    }

    /** As it goes out. */
    public TaskRow outside() {
        return with(action, visibility, null);
    }

    private TaskRow with(@Nullable String itsAction, Visibility to, @Nullable Audience seenOnce) {
        return new TaskRow(
                id, coalition, title, needed, due, itsAction, openedBy, state, holder, offeredTo, since, reason, to,
                seenOnce);
    }

    @Override
    public Collection<String> own() {
        return Stream.of(openedBy, holder, offeredTo).filter(Objects::nonNull).toList();
    }
}
