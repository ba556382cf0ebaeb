package org.tansiq.domain.shared;

import java.util.Map;

/** It could have been done, but not as things stand now. */
public non-sealed class Conflict extends Refusal {
    public Conflict(String code, Map<String, ?> details) {
        super(code, null, details);
    }

    public Conflict(String code) {
        this(code, Map.of());
    }
}
