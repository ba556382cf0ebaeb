package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.projections.shared.Row;

/**
 * A city of a call: whose it is, and when it acts, which is at the call's moment unless its action was moved. One that was
 * given back stays, withdrawn, until somebody commits it again.
 *
 * @param id {@code <call>+<city>}
 * @param action what takes place there
 * @param planned the call's moment in this city
 * @param localFrom what the clocks of the city show when it begins
 */
public record CityRow(
        String id,
        String coalition,
        String call,
        String city,
        Standing standing,
        Place place,
        String by,
        String action,
        Instant planned,
        Instant from,
        Instant until,
        LocalDateTime localFrom,
        LocalDateTime localUntil,
        @Nullable CityReport report)
        implements Row {
    /** Whether it is anybody's. */
    public enum Standing {
        COMMITTED,
        WITHDRAWN
    }

    public static String id(String call, String city) {
        return call + "+" + city;
    }

    static CityRow committed(String coalition, String call, Slot slot, String by, String action) {
        var city = slot.place().city().value();
        return new CityRow(
                id(call, city),
                coalition,
                call,
                city,
                Standing.COMMITTED,
                slot.place(),
                by,
                action,
                slot.from(),
                slot.from(),
                slot.until(),
                slot.localFrom(),
                slot.localUntil(),
                null);
    }

    @Override
    public Set<String> keys() {
        var ofCoalition = key("coalition", coalition);
        return standing == Standing.WITHDRAWN
                ? Set.of(ofCoalition)
                : Set.of(
                        ofCoalition,
                        key("call", call),
                        key("country", call + "+" + place.country()),
                        key("organization", by));
    }

    public boolean isCommitted() {
        return standing == Standing.COMMITTED;
    }

    CityRow at(Slot slot) {
        return new CityRow(
                id,
                coalition,
                call,
                city,
                standing,
                place,
                by,
                action,
                planned,
                slot.from(),
                slot.until(),
                slot.localFrom(),
                slot.localUntil(),
                report);
    }

    CityRow withdrawn() {
        return new CityRow(
                id,
                coalition,
                call,
                city,
                Standing.WITHDRAWN,
                place,
                by,
                action,
                planned,
                from,
                until,
                localFrom,
                localUntil,
                null);
    }

    CityRow reported(CityReport told) {
        return new CityRow(
                id,
                coalition,
                call,
                city,
                standing,
                place,
                by,
                action,
                planned,
                from,
                until,
                localFrom,
                localUntil,
                told);
    }
}
