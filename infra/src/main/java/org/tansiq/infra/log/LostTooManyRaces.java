package org.tansiq.infra.log;

/** The command was tried again and again, and each time somebody else changed first what it had read. */
public final class LostTooManyRaces extends RuntimeException {
    public LostTooManyRaces(int attempts, Throwable last) {
        super("Lost " + attempts + " races in a row.", last);
    }
}
