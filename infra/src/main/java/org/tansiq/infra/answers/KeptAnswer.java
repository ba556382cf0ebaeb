package org.tansiq.infra.answers;

import java.time.Instant;

/**
 * What a request was answered with.
 *
 * @param done whether it did what was asked; a refusal otherwise
 * @param at when
 * @param sealed only whoever knows the request's key can read it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record KeptAnswer(boolean done, Instant at, byte[] sealed) {}
