package org.tansiq.domain.actions;

import java.util.Locale;

/** What two actions are to each other. */
public enum Relation {
    /** One action that was entered twice, or two at one place at one time. */
    SAME_EVENT,
    /** Two places in one city at one time: they split the crowd. */
    OVERLAP;

    /** As reports and sheets write it: {@code same_event}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
