package org.tansiq.gateway.rights;

/** The rows that say who may see what have not come as far as what is to be shown; it may be asked for again. */
public final class Behind extends RuntimeException {
    Behind() {
        super("Who may see what is not known up to there yet.");
    }
}
