package org.tansiq.domain.members;

import org.tansiq.domain.shared.Id;

public record InvitationId(String value) implements Id {
    public InvitationId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
