package org.tansiq.projections.permits;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.permits.PermitDay;
import org.tansiq.domain.permits.PermitReported;
import org.tansiq.domain.permits.PermitState;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * How an action stands with those who permit it.
 *
 * @param id the action's
 * @param state what the kind of action says as long as nobody has said anything; then {@code by} and {@code since} are null
 * @param lapsed what was said before the action moved to another day or city, as long as nothing was said since
 * @param day in the city, on which it begins
 * @param leadDays how many days before it one must ask, as the coalition knows of the city, or as is taken for granted
 * @param askBy the last day for it
 * @param cancelled whether it does not take place by itself: it was cancelled, or is part of another now
 */
public record PermitRow(
        String id,
        String coalition,
        ActionKind kind,
        String city,
        ZoneId zone,
        Instant from,
        Instant until,
        LocalDate day,
        PermitState state,
        @Nullable String by,
        @Nullable Text note,
        @Nullable Instant since,
        @Nullable PermitState lapsed,
        int leadDays,
        LocalDate askBy,
        boolean cancelled)
        implements Row {
    static PermitRow unlessSaid(
            String id, String coalition, ActionKind kind, Slot slot, @Nullable PermitState lapsed, int leadDays) {
        var day = PermitDay.of(slot);
        return new PermitRow(
                id,
                coalition,
                kind,
                day.city().value(),
                slot.place().zone(),
                slot.from(),
                slot.until(),
                day.day(),
                PermitState.unlessSaid(kind),
                null,
                null,
                null,
                lapsed,
                leadDays,
                day.day().minusDays(leadDays),
                false);
    }

    static String inCity(String coalition, String city) {
        return key("city", coalition + "/" + city);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition), key("action", id), inCity(coalition, city));
    }

    /** For those who see the action and not where it is: a note may say it. */
    public PermitRow withoutNote() {
        return said(state, by, null, since);
    }

    /** Of another day or city nothing has been said yet. */
    PermitRow at(Slot slot, int days) {
        if (PermitDay.of(slot).equals(new PermitDay(new CityId(city), day))) {
            return new PermitRow(
                    id,
                    coalition,
                    kind,
                    city,
                    slot.place().zone(),
                    slot.from(),
                    slot.until(),
                    day,
                    state,
                    by,
                    note,
                    since,
                    lapsed,
                    days,
                    day.minusDays(days),
                    cancelled);
        }
        return unlessSaid(id, coalition, kind, slot, since == null ? lapsed : state, days);
    }

    PermitRow reported(PermitReported e) {
        return said(e.state(), e.by().value(), e.note(), e.at());
    }

    PermitRow leading(int days) {
        return new PermitRow(
                id,
                coalition,
                kind,
                city,
                zone,
                from,
                until,
                day,
                state,
                by,
                note,
                since,
                lapsed,
                days,
                day.minusDays(days),
                cancelled);
    }

    PermitRow withCancelled(boolean is) {
        return new PermitRow(
                id, coalition, kind, city, zone, from, until, day, state, by, note, since, lapsed, leadDays, askBy, is);
    }

    private PermitRow said(PermitState as, @Nullable String who, @Nullable Text words, @Nullable Instant at) {
        return new PermitRow(
                id,
                coalition,
                kind,
                city,
                zone,
                from,
                until,
                day,
                as,
                who,
                words,
                at,
                at == null ? lapsed : null,
                leadDays,
                askBy,
                cancelled);
    }
}
