package org.tansiq.domain.tasks;

import org.tansiq.domain.shared.Id;

public record TaskId(String value) implements Id {
    public TaskId {
        Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
