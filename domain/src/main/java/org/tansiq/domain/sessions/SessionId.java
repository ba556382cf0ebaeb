package org.tansiq.domain.sessions;

import org.tansiq.domain.shared.Id;

public record SessionId(String value) implements Id {
    public SessionId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
