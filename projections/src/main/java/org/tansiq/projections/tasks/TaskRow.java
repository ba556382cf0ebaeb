package org.tansiq.projections.tasks;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.projections.shared.Audience;
import org.tansiq.projections.shared.Guarded;
import org.tansiq.projections.shared.Under;

/**
 * One task on the board. It has the key {@code holder:} only while it is held, so that this finds what an organisation
 * has to give back.
 *
 * @param action what it is for, even while that is merged into another
 * @param under the way from that to the action that it is shown under; see {@link Under}
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
        List<String> under,
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

    public TaskRow {
        under = List.copyOf(under);
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
            under.forEach(one -> keys.add(key("action", one)));
        }
        return Set.copyOf(keys);
    }

    /** The action that it is shown under: its own, or what that is one with now. */
    public @Nullable String standsAt() {
        return action == null ? null : Under.last(action, under);
    }

    TaskRow merged(String gone, String into) {
        return action == null ? this : with(action, Under.merged(action, under, gone, into), visibility, once);
    }

    TaskRow undone(String gone, String from) {
        return action == null ? this : with(action, Under.undone(action, under, gone, from), visibility, once);
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
        return new TaskRow(
                id, coalition, title, needed, due, action, under, openedBy, as, by, to, at, why, visibility, once);
    }

    TaskRow shown(Visibility to) {
        return with(action, under, to, once);
    }

    /** In the place of what it was. */
    TaskRow after(TaskRow was) {
        return with(action, under, visibility, onceAfter(was));
    }

    /** As those see it who see its action as little as one that is not there. */
    public TaskRow withoutAction() {
        return with(null, List.of(), visibility, once);
    }

    /** As those see it who see only some of the actions that its own is one with. */
    public TaskRow under(Predicate<String> sees) {
        return with(action, Under.seen(under, sees), visibility, once);
    }

    /** As it goes out. */
    public TaskRow outside() {
        return with(action, under, visibility, null);
    }

    private TaskRow with(@Nullable String itsAction, List<String> way, Visibility to, @Nullable Audience seenOnce) {
        return new TaskRow(
                id, coalition, title, needed, due, itsAction, way, openedBy, state, holder, offeredTo, since, reason,
                to, seenOnce);
    }

    @Override
    public Collection<String> own() {
        return Stream.of(openedBy, holder, offeredTo).filter(Objects::nonNull).toList();
    }
}
