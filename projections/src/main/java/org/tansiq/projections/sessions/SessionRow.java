package org.tansiq.projections.sessions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.sessions.Imported;
import org.tansiq.domain.sessions.Sitting;
import org.tansiq.domain.sessions.Standing;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.actions.Revision;
import org.tansiq.projections.shared.Row;

/**
 * A session of an international body.
 *
 * @param leadDays how long before it something must be prepared
 * @param announcedBy the organisation that entered it
 * @param message why it was cancelled
 * @param actions that are meant for it and were not cancelled
 * @param revision when it was last moved or cancelled, if it was; what is timed to it does not count, for not everybody sees that
 * @param imported what a calendar last said of it; null while none did
 */
public record SessionRow(
        String id,
        String coalition,
        Text body,
        Text title,
        Text place,
        ZoneId zone,
        Instant from,
        Instant until,
        int leadDays,
        Status status,
        String announcedBy,
        @Nullable Text message,
        List<String> actions,
        Revision revision,
        @Nullable Imported imported)
        implements Row {
    public enum Status {
        ANNOUNCED,
        CANCELLED
    }

    public SessionRow {
        actions = List.copyOf(actions);
    }

    @Override
    public Set<String> keys() {
        var keys = new HashSet<>(Set.of(key("coalition", coalition)));
        actions.forEach(action -> keys.add(key("action", action)));
        return keys;
    }

    /** When something must be prepared. */
    public Instant due() {
        return from.minus(Duration.ofDays(leadDays));
    }

    /** The same, where whatever its reader sees of it takes place. */
    public boolean lacks(Instant now) {
        return lacks(now, !actions.isEmpty());
    }

    /**
     * Whether the lead time has run out, it is not over yet, and nothing is prepared.
     *
     * @param prepared whether the reader of this row sees anything that is meant for it and takes place
     */
    public boolean lacks(Instant now, boolean prepared) {
        return status == Status.ANNOUNCED && !prepared && !now.isBefore(due()) && now.isBefore(until);
    }

    /** As those see it who see only some of the actions. */
    public SessionRow seeing(Predicate<String> action) {
        return with(status, message, actions.stream().filter(action).toList());
    }

    SessionRow sitting(Sitting now) {
        return new SessionRow(
                id,
                coalition,
                now.body(),
                now.title(),
                now.place(),
                now.zone(),
                now.from(),
                now.until(),
                leadDays,
                status,
                announcedBy,
                message,
                actions,
                revision,
                imported);
    }

    public Sitting sitting() {
        return new Sitting(body, title, place, zone, from, until);
    }

    /** As decisions see it. */
    public Standing standing() {
        return new Standing(sitting(), status == Status.CANCELLED, imported);
    }

    SessionRow imported(int sequence) {
        return with(status, message, actions, revision, new Imported(sequence, sitting(), status == Status.CANCELLED));
    }

    SessionRow changed(long position, Instant at) {
        return with(status, message, actions, revision.then(position, at), imported);
    }

    SessionRow cancelled(Text why) {
        return with(Status.CANCELLED, why, actions);
    }

    SessionRow with(String action) {
        var all = new ArrayList<>(actions);
        if (!all.contains(action)) {
            all.add(action);
        }
        return with(status, message, all);
    }

    SessionRow without(String action) {
        return seeing(other -> !other.equals(action));
    }

    private SessionRow with(Status as, @Nullable Text why, List<String> meant) {
        return with(as, why, meant, revision, imported);
    }

    private SessionRow with(Status as, @Nullable Text why, List<String> meant, Revision last, @Nullable Imported said) {
        return new SessionRow(
                id,
                coalition,
                body,
                title,
                place,
                zone,
                from,
                until,
                leadDays,
                as,
                announcedBy,
                why,
                meant,
                last,
                said);
    }
}
