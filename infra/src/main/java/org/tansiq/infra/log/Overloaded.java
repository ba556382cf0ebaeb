package org.tansiq.infra.log;

/** More wants to be written than can wait. Nothing was stored; try again a little later. */
public final class Overloaded extends RuntimeException {
    public Overloaded(int waiting) {
        super("The log has " + waiting + " commits waiting and takes no more for now.");
    }
}
