package org.tansiq.domain.sessions;

/**
 * What a calendar said of a session when it was last imported. What members changed since by hand stays until the calendar
 * says something else.
 */
public record Imported(int sequence, Sitting sitting, boolean cancelled) {
    boolean says(Sitting sitting, boolean cancelled) {
        return cancelled ? this.cancelled : !this.cancelled && this.sitting.equals(sitting);
    }
}
