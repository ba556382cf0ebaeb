package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.OrganizationId;

/** An organiser of one of two actions says that it has seen that they were found. */
@Command(namespace = "actions", name = "SeeFinding")
public record SeeFinding(@TargetEntityId FindingId finding, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(finding.coalition(), by);
    }

    public ActionId one() {
        return finding.one();
    }

    public ActionId other() {
        return finding.other();
    }
}
