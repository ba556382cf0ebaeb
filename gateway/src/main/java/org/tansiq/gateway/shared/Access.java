package org.tansiq.gateway.shared;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tansiq.domain.members.AuditorId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.rights.Policy;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Readings;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;

/** Who may see a coalition and act in it. What one may not see answers as what does not exist. */
@Component
public class Access {
    private final Views views;
    private final Latest latest;
    private final Readings readings;
    private final Clock clock;

    Access(Views views, Latest latest, Readings readings, Clock clock) {
        this.views = views;
        this.latest = latest;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * To read anything of a coalition, its history and how it was too: every account of a member organisation may, and
     * whoever audits it. What an auditor reads is in the log when this returns.
     */
    public Reader reads(SignedIn me, CoalitionId coalition) {
        var reader = knows(me, coalition);
        return recorded(reader, Policy.readsAll(reader), coalition);
    }

    /** To read a view as it is now. */
    public Reader reads(SignedIn me, CoalitionId coalition, PublishedView view) {
        var reader = knows(me, coalition);
        return recorded(reader, Policy.reads(reader, view), coalition);
    }

    /** To read what the coalition is called and what it is for. */
    public Reader readsName(SignedIn me, CoalitionId coalition) {
        return recorded(knows(me, coalition), true, coalition);
    }

    private Reader recorded(Reader reader, boolean may, CoalitionId coalition) {
        if (!may) {
            throw new ProblemException(WebProblem.NO_SUCH_PATH);
        }
        if (reader instanceof Reader.Auditor auditor) {
            readings.record(auditor, coalition);
        }
        return reader;
    }

    /** That there is the coalition, before anything of it is shown; none of it may be after this alone. */
    public Reader knows(SignedIn me, CoalitionId coalition) {
        return latest.find(MembersProjection.MEMBERS, () -> reader(me, coalition))
                .orElseThrow(() -> new NotFound("coalition", coalition));
    }

    /** As the rows stand this moment: for what goes on and is asked again. */
    public Optional<Reader> reader(SignedIn me, CoalitionId coalition) {
        if (!me.mayKnow(coalition) || me.role() == Role.OPERATOR) {
            return Optional.empty();
        }
        var standing = views.get(MembersProjection.MEMBERS, new MembershipId(coalition, me.organization()).toString())
                .map(MemberRow::standing);
        var member = standing.filter(Standing::belongs).<Reader>map(as -> new Reader.Member(me, as));
        if (member.isPresent() && me.role() != Role.AUDITOR) {
            return member;
        }
        return audits(me, coalition)
                ? Optional.of(new Reader.Auditor(me))
                : member.or(() -> standing.filter(as -> as == Standing.OBSERVER).map(as -> new Reader.Observer(me)));
    }

    private boolean audits(SignedIn me, CoalitionId coalition) {
        return views.get(MembersProjection.AUDITORS, new AuditorId(coalition, me.person()).toString())
                .filter(row -> row.inForce(clock.instant()))
                .isPresent();
    }

    /** Auditors read and change nothing, and so do observers. */
    public OrganizationId acts(SignedIn me, CoalitionId coalition) {
        requireMember(knows(me, coalition));
        return actsAtAll(me);
    }

    /** Who belongs to a coalition is decided by coordinators, each for their organisation. */
    public OrganizationId coordinates(SignedIn me, CoalitionId coalition) {
        requireMember(knows(me, coalition));
        return coordinatesAtAll(me);
    }

    /** The same, for what an observer does too, with its own watching. */
    public OrganizationId coordinatesWatching(SignedIn me, CoalitionId coalition, OrganizationId organization) {
        var reader = knows(me, coalition);
        if (!(reader instanceof Reader.Observer && me.organization().equals(organization))) {
            requireMember(reader);
        }
        return coordinatesAtAll(me);
    }

    private static void requireMember(Reader reader) {
        switch (reader) {
            case Reader.Member member -> {}
            case Reader.Auditor auditor -> throw new NotAllowed("read-only-role");
            case Reader.Observer observer -> throw new NotAllowed("observer-only-reads");
        }
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
