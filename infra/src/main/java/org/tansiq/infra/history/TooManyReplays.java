package org.tansiq.infra.history;

/** So many replays are under way that this one was not begun; it may be worth another try in a moment. */
public final class TooManyReplays extends RuntimeException {
    public TooManyReplays() {
        super("Too many replays are under way.");
    }
}
