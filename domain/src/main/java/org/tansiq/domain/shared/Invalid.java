package org.tansiq.domain.shared;

import java.util.Map;

/** What was asked makes no sense, whatever the state of things: a text over its limit, an end before its start. */
public final class Invalid extends Refusal {
    public Invalid(String code, String field, Map<String, ?> details) {
        super(code, field, details);
    }

    public Invalid(String code, String field) {
        this(code, field, Map.of());
    }
}
