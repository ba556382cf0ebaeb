package org.tansiq.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.resources.Story.BERLIN;
import static org.tansiq.domain.resources.Story.FOR_SPEECHES;
import static org.tansiq.domain.resources.Story.GHOUTA;
import static org.tansiq.domain.resources.Story.MEGAPHONES;
import static org.tansiq.domain.resources.Story.PARIS;
import static org.tansiq.domain.resources.Story.hour;
import static org.tansiq.domain.resources.Story.offered;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Refusal;

/** Whatever members ask for, in whatever order, at no instant is more out than there is, and nothing free is refused. */
class LendingNeverExceedsTest {
    private static final int HOURS = 24;

    sealed interface Wish {}

    record Book(int booking, int quantity, int from, int lasting) implements Wish {}

    record Cancel(int booking) implements Wish {}

    record Return(int booking, int at) implements Wish {}

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void the_sum_never_exceeds_the_quantity_at_any_instant(
            @ForAll @IntRange(min = 1, max = 8) int quantity, @ForAll("wishes") List<Wish> wishes) {
        var resource = new Resource();
        resource.on(offered(quantity));
        for (var wish : wishes) {
            grant(wish, resource, quantity);
            for (var hour = 0; hour <= HOURS; hour++) {
                assertThat(lentAt(hour, resource)).isLessThanOrEqualTo(quantity);
            }
        }
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        var bookings = Arbitraries.integers().between(0, 9);
        var hours = Arbitraries.integers().between(0, HOURS - 1);
        Arbitrary<Wish> books = Combinators.combine(
                        bookings,
                        Arbitraries.integers().between(1, 9),
                        hours,
                        Arbitraries.integers().between(1, HOURS))
                .as(Book::new);
        Arbitrary<Wish> cancels = bookings.map(Cancel::new);
        Arbitrary<Wish> returns = Combinators.combine(bookings, hours).as(Return::new);
        return Arbitraries.oneOf(books, books, cancels, returns).list().ofMaxSize(40);
    }

    private static void grant(Wish wish, Resource resource, int quantity) {
        try {
            decide(wish, resource.in(GHOUTA, MEGAPHONES, BERLIN)).forEach(event -> apply(event, resource));
        } catch (Refusal refusal) {
            if (refusal instanceof Conflict && refusal.code().equals("resource-short") && wish instanceof Book book) {
                assertThat(mostLent(book, resource) + book.quantity()).isGreaterThan(quantity);
            }
        }
    }

    private static List<ResourceEvent> decide(Wish wish, Resource.Known resource) {
        return switch (wish) {
            case Book(var booking, var quantity, var from, var lasting) ->
                BookingResources.decide(
                        new BookResource(
                                GHOUTA,
                                MEGAPHONES,
                                id(booking),
                                PARIS,
                                quantity,
                                hour(from),
                                hour(from + lasting),
                                FOR_SPEECHES,
                                hour(0)),
                        resource);
            case Cancel(var booking) ->
                CancellingBookings.decide(
                        new CancelBooking(GHOUTA, MEGAPHONES, id(booking), BERLIN, hour(0)), resource);
            case Return(var booking, var at) ->
                ReturningResources.decide(
                        new ReturnResource(GHOUTA, MEGAPHONES, id(booking), PARIS, hour(at)), resource);
        };
    }

    private static void apply(ResourceEvent event, Resource resource) {
        switch (event) {
            case ResourceOffered offered -> resource.on(offered);
            case ResourceBooked booked -> resource.on(booked);
            case BookingCancelled cancelled -> resource.on(cancelled);
            case ResourceReturned returned -> resource.on(returned);
            case ResourceWithdrawn withdrawn -> resource.on(withdrawn);
            case ResourceShown shown -> resource.on(shown);
            case ContactRead read -> {} // takes nothing of it
        }
    }

    private static int mostLent(Book book, Resource resource) {
        var most = 0;
        for (var hour = book.from(); hour < book.from() + book.lasting(); hour++) {
            most = Math.max(most, lentAt(hour, resource));
        }
        return most;
    }

    /** Counted without the sweep under test: each booking asked whether it is out in the hour that begins here. */
    private static int lentAt(int hour, Resource resource) {
        var now = hour(hour);
        return resource.in(GHOUTA, MEGAPHONES, BERLIN).bookings().values().stream()
                .filter(booking -> !now.isBefore(booking.from()) && now.isBefore(booking.until()))
                .filter(booking -> switch (booking.state()) {
                    case Booking.Booked() -> true;
                    case Booking.Returned(var at) -> now.isBefore(at);
                    case Booking.Cancelled() -> false;
                })
                .mapToInt(Booking::quantity)
                .sum();
    }

    private static BookingId id(int booking) {
        return new BookingId("booking-" + booking);
    }
}
