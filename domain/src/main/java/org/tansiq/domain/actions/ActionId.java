package org.tansiq.domain.actions;

import org.tansiq.domain.shared.Id;

public record ActionId(String value) implements Id {
    public ActionId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
