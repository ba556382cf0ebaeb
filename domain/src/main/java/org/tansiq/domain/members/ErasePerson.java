package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.PersonId;

/** A person wants to be forgotten. Who may ask for it is known beside the log, where persons are. */
@Command(namespace = "members", name = "ErasePerson")
public record ErasePerson(@TargetEntityId PersonId person, Instant at) {}
