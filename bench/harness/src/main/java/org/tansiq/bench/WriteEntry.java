package org.tansiq.bench;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;

@Command(namespace = "bench", name = "WriteEntry")
record WriteEntry(String coalition, @TargetEntityId String diary, String by, String words, Instant at) {}
