package org.tansiq.bench;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.Fact;

/** Three tags and about 300 bytes. */
@Event(namespace = "bench", name = "EntryWritten", version = "1")
record EntryWritten(
        @EventTag(key = "coalition") String coalition,
        @EventTag(key = Diary.TAG) String diary,
        @EventTag(key = "organization") String by,
        String words,
        Instant at)
        implements Fact {}
