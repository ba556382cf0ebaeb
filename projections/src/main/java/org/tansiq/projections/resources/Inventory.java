package org.tansiq.projections.resources;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.resources.BookingCancelled;
import org.tansiq.domain.resources.ContactRead;
import org.tansiq.domain.resources.ForAction;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.ResourceBooked;
import org.tansiq.domain.resources.ResourceEvent;
import org.tansiq.domain.resources.ResourceOffered;
import org.tansiq.domain.resources.ResourceReturned;
import org.tansiq.domain.resources.ResourceShown;
import org.tansiq.domain.resources.ResourceWithdrawn;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.projections.resources.ResourceRow.Booking;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** What members lend each other, and what of it is free when. */
public final class Inventory implements Projection {
    public static final View<ResourceRow> RESOURCES = new View<>("resources", ResourceRow.class);

    private static final Comparator<Booking> BY_START =
            Comparator.comparing(Booking::from).thenComparing(Booking::id);

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<View<?>> views() {
        return List.of(RESOURCES);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        if (event.fact() instanceof ResourceEvent fact) {
            apply(fact, rows);
        } else if (event.fact() instanceof ActionsMerged e) {
            under(
                    e.gone(),
                    rows,
                    booking -> booking.merged(e.gone().value(), e.action().value()));
        } else if (event.fact() instanceof MergeUndone e) {
            under(
                    e.gone(),
                    rows,
                    booking -> booking.undone(e.gone().value(), e.action().value()));
        }
    }

    private static void apply(ResourceEvent fact, Rows rows) {
        switch (fact) {
            case ResourceOffered offered -> rows.put(RESOURCES, row(offered));
            case ResourceBooked booked -> change(booked, rows, row -> with(row, booking(booked)));
            case BookingCancelled cancelled ->
                change(cancelled, rows, row -> with(row, cancelled.booking().value(), Inventory::cancelled));
            case ResourceReturned returned ->
                change(
                        returned,
                        rows,
                        row -> with(row, returned.booking().value(), booking -> returned(booking, returned.at())));
            case ContactRead read -> {} // for the owner alone: see ContactReadings
            case ResourceWithdrawn withdrawn ->
                change(withdrawn, rows, row -> row(row, ResourceRow.State.WITHDRAWN, row.bookings(), row.visibility()));
            case ResourceShown shown ->
                change(shown, rows, row -> row(row, row.state(), row.bookings(), shown.visibility()));
        }
    }

    private static void change(ResourceEvent fact, Rows rows, UnaryOperator<ResourceRow> change) {
        rows.get(RESOURCES, fact.resource().value())
                .ifPresent(row -> rows.put(RESOURCES, change.apply(row).after(row)));
    }

    private static void under(ActionId action, Rows rows, UnaryOperator<Booking> to) {
        for (var row : rows.find(RESOURCES, key("action", action))) {
            var all = row.bookings().stream().map(to).toList();
            rows.put(RESOURCES, row(row, row.state(), all, row.visibility()).after(row));
        }
    }

    private static ResourceRow with(ResourceRow row, Booking booking) {
        var others = row.bookings().stream().filter(other -> !other.id().equals(booking.id()));
        var all = Stream.concat(others, Stream.of(booking)).sorted(BY_START).toList();
        return row(row, row.state(), all, row.visibility());
    }

    private static ResourceRow with(ResourceRow row, String booking, UnaryOperator<Booking> change) {
        var all = row.bookings().stream()
                .map(one -> one.id().equals(booking) ? change.apply(one) : one)
                .toList();
        return row(row, row.state(), all, row.visibility());
    }

    private static Booking booking(ResourceBooked booked) {
        return new Booking(
                booked.booking().value(),
                booked.by().value(),
                booked.quantity(),
                booked.from(),
                booked.until(),
                booked.purpose() instanceof ForTask(var task) ? task.value() : null,
                booked.purpose() instanceof ForAction(var action) ? action.value() : null,
                List.of(),
                Booking.State.BOOKED);
    }

    private static Booking cancelled(Booking booking) {
        return ended(booking, booking.until(), Booking.State.CANCELLED);
    }

    /** What came back before it went out was not out at all. */
    private static Booking returned(Booking booking, Instant at) {
        var back = at.isBefore(booking.from()) ? booking.from() : at;
        return ended(booking, back.isBefore(booking.until()) ? back : booking.until(), Booking.State.RETURNED);
    }

    private static Booking ended(Booking booking, Instant until, Booking.State state) {
        return new Booking(
                booking.id(),
                booking.by(),
                booking.quantity(),
                booking.from(),
                until,
                booking.task(),
                booking.action(),
                booking.under(),
                state);
    }

    private static ResourceRow row(ResourceOffered offered) {
        return new ResourceRow(
                offered.resource().value(),
                offered.coalition().value(),
                offered.by().value(),
                offered.kind(),
                offered.title(),
                offered.details(),
                offered.quantity(),
                List.copyOf(offered.languages()),
                offered.where(),
                offered.availableFrom(),
                offered.availableUntil(),
                ResourceRow.State.OFFERED,
                List.of(),
                FreePeriods.of(offered.quantity(), offered.availableFrom(), offered.availableUntil(), List.of()),
                offered.visibility(),
                null);
    }

    private static ResourceRow row(
            ResourceRow row, ResourceRow.State state, List<Booking> bookings, Visibility visibility) {
        return new ResourceRow(
                row.id(),
                row.coalition(),
                row.owner(),
                row.kind(),
                row.title(),
                row.details(),
                row.quantity(),
                row.languages(),
                row.where(),
                row.availableFrom(),
                row.availableUntil(),
                state,
                bookings,
                switch (state) {
                    case OFFERED -> FreePeriods.of(row.quantity(), row.availableFrom(), row.availableUntil(), bookings);
                    case WITHDRAWN -> List.of();
                },
                visibility,
                row.once());
    }
}
