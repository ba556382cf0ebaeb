package org.tansiq.projections.actions;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.CallAnswered;
import org.tansiq.domain.actions.CityCommitted;
import org.tansiq.domain.actions.CityReported;
import org.tansiq.domain.actions.CityWithdrawn;
import org.tansiq.domain.actions.OrganizationsAsked;
import org.tansiq.domain.actions.SilentReminded;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedCalled;
import org.tansiq.domain.actions.SynchronizedEvent;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** Which cities answered a call, whose they are and when each acts; and what each organisation makes of it. */
public final class Coverage implements Projection {
    public static final View<SynchronizedRow> SYNCHRONIZED = new View<>("synchronised", SynchronizedRow.class);
    public static final View<CityRow> CITIES = new View<>("cities", CityRow.class);
    public static final View<AnswerRow> ANSWERS = new View<>("answers", AnswerRow.class);

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<View<?>> views() {
        return List.of(SYNCHRONIZED, CITIES, ANSWERS);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        // A city's action that is cancelled gives its city back by a fact of its own; only moves are told by the
        // action.
        if (event.fact() instanceof SynchronizedEvent fact) {
            apply(fact, event.position(), rows);
        } else if (event.fact() instanceof ActionRescheduled moved && moved.synchronizedAction() != null) {
            move(moved, moved.synchronizedAction(), rows);
        }
    }

    private static void apply(SynchronizedEvent fact, long position, Rows rows) {
        switch (fact) {
            case SynchronizedCalled e -> rows.put(SYNCHRONIZED, called(e));
            case CityCommitted e -> commit(e, position, rows);
            case CityWithdrawn e -> withdraw(e, position, rows);
            case OrganizationsAsked e ->
                e.organizations().forEach(asked -> answer(e, asked, rows, row -> row.asked(e.at())));
            case SilentReminded e ->
                e.organizations().forEach(silent -> answer(e, silent, rows, row -> row.reminded(e.at())));
            case CallAnswered e -> answer(e, e.by(), rows, row -> row.answered(e.response(), e.message()));
            case CityReported e -> report(e, rows);
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
                e.goalCountries(),
                e.opens(),
                e.closes(),
                e.by().value(),
                e.hashtags(),
                e.words(),
                e.needs(),
                Tally.NONE);
    }

    private static void commit(CityCommitted e, long position, Rows rows) {
        var call = rows.get(SYNCHRONIZED, e.synchronizedAction().value()).orElse(null);
        if (call == null) {
            return;
        }
        var from = call.moment().in(e.place().zone());
        rows.put(
                CITIES,
                CityRow.committed(
                        call.coalition(),
                        call.id(),
                        new Slot(e.place(), from, from.plus(call.lasting())),
                        e.by().value(),
                        e.action().value()));
        var country = e.place().country();
        rows.put(SYNCHRONIZED, call.covered(call.covered().with(country, position)));
        answer(e, e.by(), rows, row -> row.with(row.cities().with(country, position)));
    }

    /** The city's row stays, so that its country is known when this event comes again after half of it was stored. */
    private static void withdraw(CityWithdrawn e, long position, Rows rows) {
        var city = city(e.synchronizedAction(), e.city().value(), rows);
        if (city == null) {
            return;
        }
        rows.put(CITIES, city.withdrawn());
        var country = city.place().country();
        rows.get(SYNCHRONIZED, city.call())
                .ifPresent(call ->
                        rows.put(SYNCHRONIZED, call.covered(call.covered().without(country, position))));
        answer(e, e.by(), rows, row -> row.with(row.cities().without(country, position)));
    }

    /** Whoever moves the action, the city stays with whoever committed it. */
    private static void move(ActionRescheduled e, SynchronizedId call, Rows rows) {
        var city = city(call, e.slot().place().city().value(), rows);
        if (city != null
                && city.isCommitted()
                && city.action().equals(e.action().value())) {
            rows.put(CITIES, city.at(e.slot()));
        }
    }

    private static void report(CityReported e, Rows rows) {
        var city = city(e.synchronizedAction(), e.city().value(), rows);
        if (city == null) {
            return;
        }
        rows.put(
                CITIES,
                city.reported(new CityReport(
                        e.actualStart(),
                        LocalDateTime.ofInstant(e.actualStart(), city.place().zone()),
                        Duration.between(city.planned(), e.actualStart()).toSeconds(),
                        e.turnout(),
                        e.media(),
                        e.at())));
    }

    private static @Nullable CityRow city(SynchronizedId call, String city, Rows rows) {
        return rows.get(CITIES, CityRow.id(call.value(), city)).orElse(null);
    }

    private static void answer(
            SynchronizedEvent e, OrganizationId organization, Rows rows, UnaryOperator<AnswerRow> change) {
        var call = e.synchronizedAction().value();
        var row = rows.get(ANSWERS, AnswerRow.id(call, organization.value()))
                .orElseGet(() -> AnswerRow.none(e.coalition().value(), call, organization.value()));
        rows.put(ANSWERS, change.apply(row));
    }
}
