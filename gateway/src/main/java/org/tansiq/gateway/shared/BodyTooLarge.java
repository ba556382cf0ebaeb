package org.tansiq.gateway.shared;

import java.io.IOException;

/** The body of a request is longer than may be. */
public final class BodyTooLarge extends IOException {
    private final int max;

    BodyTooLarge(int max) {
        super("The body is longer than " + max + " bytes.");
        this.max = max;
    }

    public int max() {
        return max;
    }
}
