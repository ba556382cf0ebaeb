package org.tansiq.domain.shared;

public record CityId(String value) implements Id {
    public CityId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
