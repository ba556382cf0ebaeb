package org.tansiq.infra.log;

/** An event and its place in the log. */
public record LoggedEvent(long position, String commitId, StoredEvent event) {}
