package org.tansiq.domain.actions;

import org.tansiq.domain.shared.Id;

public record SynchronizedId(String value) implements Id {
    public SynchronizedId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
