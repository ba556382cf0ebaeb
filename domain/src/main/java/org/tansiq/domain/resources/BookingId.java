package org.tansiq.domain.resources;

import org.tansiq.domain.shared.Id;

public record BookingId(String value) implements Id {
    public BookingId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
