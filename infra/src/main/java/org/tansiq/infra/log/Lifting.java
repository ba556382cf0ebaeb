package org.tansiq.infra.log;

/** Brings a stored event to the version that decisions know. */
@FunctionalInterface
public interface Lifting {
    /** Every event is of the present version. */
    Lifting NONE = event -> event;

    /**
     * The event in its present version; the very same if it is of that.
     *
     * @throws RuntimeException if it cannot be read here: a decision that would need it is refused, not made without it
     */
    StoredEvent lift(StoredEvent event);
}
