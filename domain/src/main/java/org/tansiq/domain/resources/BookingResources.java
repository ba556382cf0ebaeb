package org.tansiq.domain.resources;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** A resource is never lent beyond what is there, at any instant. */
public final class BookingResources {
    @CommandHandler
    void handle(
            BookResource command,
            @InjectEntity Resource resource,
            @InjectEntity(idProperty = "membership") Membership membership,
            @InjectEntity(idProperty = "purpose") PurposeKnown purpose,
            EventAppender events) {
        membership.required(command.membership());
        var known = resource.in(command.coalition(), command.resource(), command.by());
        purpose.required(command.coalition(), command.purpose());
        var booked = decide(command, known);
        if (!booked.isEmpty()) {
            purpose.requireStanding();
        }
        events.append(booked);
    }

    static List<ResourceEvent> decide(BookResource book, Resource.Known resource) {
        var earlier = resource.bookings().get(book.booking());
        if (earlier != null) {
            return again(book, earlier);
        }
        return switch (resource) {
            case Resource.Offered(var offer, var bookings) -> {
                requireAvailable(book, offer);
                requireEnough(book, offer.quantity() - Lent.most(bookings.values(), book.from(), book.until()));
                yield List.of(booked(book));
            }
            case Resource.Withdrawn withdrawn -> throw new Conflict("resource-withdrawn");
        };
    }

    private static List<ResourceEvent> again(BookResource book, Booking earlier) {
        var asked = Booking.of(booked(book));
        if (!asked.equals(earlier)) {
            throw new Conflict("booking-exists");
        }
        return List.of();
    }

    private static void requireAvailable(BookResource book, ResourceOffered offer) {
        var opens = offer.availableFrom();
        var closes = offer.availableUntil();
        if ((opens != null && book.from().isBefore(opens))
                || (closes != null && book.until().isAfter(closes))) {
            var details = new LinkedHashMap<String, String>();
            put(details, "availableFrom", opens);
            put(details, "availableUntil", closes);
            throw new Conflict("resource-unavailable", details);
        }
    }

    private static void put(Map<String, String> details, String name, @Nullable Instant instant) {
        if (instant != null) {
            details.put(name, instant.toString());
        }
    }

    private static void requireEnough(BookResource book, int free) {
        if (book.quantity() > free) {
            var details = new LinkedHashMap<String, Object>();
            details.put("free", free);
            details.put("wanted", book.quantity());
            details.put("from", book.from().toString());
            details.put("until", book.until().toString());
            throw new Conflict("resource-short", details);
        }
    }

    private static ResourceBooked booked(BookResource book) {
        return new ResourceBooked(
                book.coalition(),
                book.resource(),
                book.booking(),
                book.by(),
                book.quantity(),
                book.from(),
                book.until(),
                book.purpose(),
                book.at());
    }
}
