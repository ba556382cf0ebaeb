package org.tansiq.domain.shared;

public record PersonId(String value) implements Id {
    public PersonId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
