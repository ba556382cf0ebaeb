package org.tansiq.projections.permits;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionShown;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.permits.LeadTime;
import org.tansiq.domain.permits.LeadTimeSet;
import org.tansiq.domain.permits.PermitReported;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** How every action stands with those who permit it, and how early the cities want to be asked. */
public final class PermitBoard implements Projection {
    public static final View<PermitRow> PERMITS = new View<>("permits", PermitRow.class);
    public static final View<LeadTimeRow> LEAD_TIMES = new View<>("lead-times", LeadTimeRow.class);

    @Override
    public String name() {
        return "permits";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<View<?>> views() {
        return List.of(PERMITS, LEAD_TIMES);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        switch (event.fact()) {
            case ActionScheduled e ->
                rows.put(
                        PERMITS,
                        PermitRow.unlessSaid(
                                e.action().value(),
                                e.coalition().value(),
                                e.kind(),
                                e.slot(),
                                null,
                                leadDays(e.coalition(), e.slot().place().city(), rows)));
            case ActionRescheduled e ->
                change(
                        e.action(),
                        rows,
                        row -> row.at(
                                e.slot(),
                                leadDays(e.coalition(), e.slot().place().city(), rows)));
            case ActionCancelled e -> change(e.action(), rows, row -> row.withCancelled(true));
            // The permit of the one that remains counts.
            case ActionsMerged e -> change(e.gone(), rows, row -> row.withCancelled(true));
            case MergeUndone e -> change(e.gone(), rows, row -> row.withCancelled(false));
            // It is as it was, but others than before may see it.
            case ActionShown e -> change(e.action(), rows, row -> row);
            case PermitReported e -> change(e.action(), rows, row -> row.reported(e));
            case LeadTimeSet e -> set(e, rows);
            default -> {} // says nothing of permits
        }
    }

    private static void change(ActionId action, Rows rows, UnaryOperator<PermitRow> to) {
        rows.get(PERMITS, action.value()).ifPresent(row -> rows.put(PERMITS, to.apply(row)));
    }

    private static int leadDays(CoalitionId coalition, CityId city, Rows rows) {
        return rows.get(LEAD_TIMES, LeadTimeRow.id(coalition.value(), city.value()))
                .map(LeadTimeRow::days)
                .orElse(LeadTime.DAYS_UNLESS_SAID);
    }

    private static void set(LeadTimeSet e, Rows rows) {
        var coalition = e.coalition().value();
        var city = e.place().city().value();
        rows.put(
                LEAD_TIMES,
                new LeadTimeRow(
                        LeadTimeRow.id(coalition, city), coalition, e.place(), e.days(), e.by().value(), e.at()));
        for (var permit : rows.find(PERMITS, PermitRow.inCity(coalition, city))) {
            rows.put(PERMITS, permit.leading(e.days()));
        }
    }
}
