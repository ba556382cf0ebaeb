package org.tansiq.gateway.shared;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;

/** Who may see a coalition and act in it. What one may not see answers as what does not exist. */
@Component
public class Access {
    private final Views views;
    private final Latest latest;

    Access(Views views, Latest latest) {
        this.views = views;
        this.latest = latest;
    }

    /** Every account of a member organisation reads all of the coalition. */
    public Reader reads(SignedIn me, CoalitionId coalition) {
        return latest.find(MembersProjection.MEMBERS, () -> reader(me, coalition))
                .orElseThrow(() -> new NotFound("coalition", coalition));
    }

    /** As the rows stand this moment: for what goes on and is asked again. */
    public Optional<Reader> reader(SignedIn me, CoalitionId coalition) {
        return views.get(MembersProjection.MEMBERS, new MembershipId(coalition, me.organization()).toString())
                .filter(row -> me.mayKnow(coalition))
                .filter(row -> row.standing() == Standing.MEMBER || row.standing() == Standing.STEWARD)
                .map(row -> new Reader.Member(me, row.standing()));
    }

    /** Auditors read and change nothing. */
    public OrganizationId acts(SignedIn me, CoalitionId coalition) {
        reads(me, coalition);
        return actsAtAll(me);
    }

    /** Who belongs to a coalition is decided by coordinators, each for their organisation. */
    public OrganizationId coordinates(SignedIn me, CoalitionId coalition) {
        reads(me, coalition);
        return coordinatesAtAll(me);
    }

    /** For what is done before one belongs: answering an invitation, asking to join. */
    public OrganizationId coordinatesOutside(SignedIn me, CoalitionId coalition) {
        if (!me.mayKnow(coalition)) {
            throw new NotFound("coalition", coalition);
        }
        return coordinatesAtAll(me);
    }

    public OrganizationId coordinatesAtAll(SignedIn me) {
        actsAtAll(me);
        if (me.role() != Role.COORDINATOR) {
            throw new NotAllowed("coordinator-only");
        }
        return me.organization();
    }

    private static OrganizationId actsAtAll(SignedIn me) {
        return switch (me.role()) {
            case COORDINATOR, MEMBER -> me.organization();
            case AUDITOR -> throw new NotAllowed("read-only-role");
            case OPERATOR -> throw new NotAllowed("operator-runs");
        };
    }
}
