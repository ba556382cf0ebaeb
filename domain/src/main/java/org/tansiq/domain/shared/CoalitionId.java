package org.tansiq.domain.shared;

public record CoalitionId(String value) implements Id {
    public CoalitionId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
