package org.tansiq.projections.shared;

/** A set of rows of one kind, under the name that the API and the live topics show. */
public record View<R extends Row>(String name, Class<R> rows) {}
