package org.tansiq.domain.shared;

public record OrganizationId(String value) implements Id {
    public OrganizationId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
