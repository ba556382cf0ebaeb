package org.tansiq.domain.members;

import org.tansiq.domain.shared.Id;

public record JoinRequestId(String value) implements Id {
    public JoinRequestId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
