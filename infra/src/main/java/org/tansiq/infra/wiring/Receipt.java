package org.tansiq.infra.wiring;

/**
 * That a command was carried out.
 *
 * @param position of its last event; of the last event in the log if it had none to write
 * @param changed whether it wrote events: repeating what is already so writes none
 */
public record Receipt(long position, boolean changed) {}
