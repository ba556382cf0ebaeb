package org.tansiq.domain.actions;

import org.tansiq.domain.shared.CoalitionId;

/** Two actions of one coalition, in the order of the alphabet whichever is named first. */
public record FindingId(CoalitionId coalition, ActionId one, ActionId other) {
    public FindingId {
        if (one.value().compareTo(other.value()) > 0) {
            var first = other;
            other = one;
            one = first;
        }
    }

    /** As a row of the pair is called: {@code <one>+<other>}. */
    public String pair() {
        return one + "+" + other;
    }

    @Override
    public String toString() {
        return coalition + "/" + pair();
    }
}
