package org.tansiq.projections.actions;

import java.util.List;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.CityCommitted;
import org.tansiq.domain.actions.CityWithdrawn;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedCalled;
import org.tansiq.domain.actions.SynchronizedEvent;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** Which cities answered a call, whose they are and when each acts. */
public final class Coverage implements Projection {
    public static final View<SynchronizedRow> SYNCHRONIZED = new View<>("synchronised", SynchronizedRow.class);

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<View<?>> views() {
        return List.of(SYNCHRONIZED);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        // A city's action that is cancelled gives its city back by a fact of its own; only moves are told by the
        // action.
        if (event.fact() instanceof SynchronizedEvent fact) {
            apply(fact, rows);
        } else if (event.fact() instanceof ActionRescheduled moved && moved.synchronizedAction() != null) {
            move(moved, moved.synchronizedAction(), rows);
        }
    }

    private static void apply(SynchronizedEvent fact, Rows rows) {
        switch (fact) {
            case SynchronizedCalled e -> rows.put(SYNCHRONIZED, called(e));
            case CityCommitted e ->
                rows.get(SYNCHRONIZED, e.synchronizedAction().value())
                        .ifPresent(row -> rows.put(SYNCHRONIZED, row.with(committed(e, row))));
            case CityWithdrawn e ->
                rows.get(SYNCHRONIZED, e.synchronizedAction().value())
                        .ifPresent(row ->
                                rows.put(SYNCHRONIZED, row.without(e.city().value())));
        }
    }

    private static SynchronizedRow called(SynchronizedCalled e) {
        return new SynchronizedRow(
                e.synchronizedAction().value(),
                e.coalition().value(),
                e.title(),
                e.kind(),
                e.moment(),
                e.lasting(),
                e.goal(),
                e.closes(),
                e.by().value(),
                e.hashtags(),
                List.of());
    }

    private static CommittedCity committed(CityCommitted e, SynchronizedRow row) {
        var from = row.moment().in(e.place().zone());
        return CommittedCity.in(
                new Slot(e.place(), from, from.plus(row.lasting())),
                e.by().value(),
                e.action().value());
    }

    /** Whoever moves the action, the city stays with whoever committed it. */
    private static void move(ActionRescheduled e, SynchronizedId call, Rows rows) {
        rows.get(SYNCHRONIZED, call.value())
                .ifPresent(row -> row.city(e.slot().place().city().value())
                        .filter(city -> city.action().equals(e.action().value()))
                        .ifPresent(city -> rows.put(
                                SYNCHRONIZED, row.with(CommittedCity.in(e.slot(), city.by(), city.action())))));
    }
}
