package org.tansiq.domain.resources;

/** What a booking is for. */
public sealed interface Purpose permits ForTask, ForAction {}
