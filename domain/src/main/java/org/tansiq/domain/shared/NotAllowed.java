package org.tansiq.domain.shared;

import java.util.Map;

/** Whoever asks may see the thing and may not do this to it. */
public final class NotAllowed extends Refusal {
    public NotAllowed(String code, Map<String, ?> details) {
        super(code, null, details);
    }

    public NotAllowed(String code) {
        this(code, Map.of());
    }
}
