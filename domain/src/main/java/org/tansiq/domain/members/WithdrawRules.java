package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** Whoever proposed rules takes the proposal back. */
@Command(namespace = "members", name = "WithdrawRules")
public record WithdrawRules(@TargetEntityId CoalitionId coalition, OrganizationId by, Instant at) {}
