package org.tansiq.domain.resources;

import org.tansiq.domain.shared.Id;

public record ResourceId(String value) implements Id {
    public ResourceId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
