package org.tansiq.projections.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.InvitationDeclined;
import org.tansiq.domain.members.JoinRefused;
import org.tansiq.domain.members.JoinRequested;
import org.tansiq.domain.members.MemberEvent;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.members.OrganizationInvited;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.members.RemovalProposed;
import org.tansiq.domain.members.RemovalSeconded;
import org.tansiq.domain.members.RemovalWithdrawn;
import org.tansiq.domain.members.StewardAppointed;
import org.tansiq.domain.members.StewardSteppedDown;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** Which coalitions and organisations there are, and who belongs, is invited or asks to be let in where. */
public final class MembersProjection implements Projection {
    public static final View<CoalitionRow> COALITIONS = new View<>("coalitions", CoalitionRow.class);
    public static final View<OrganizationRow> ORGANIZATIONS = new View<>("organizations", OrganizationRow.class);
    public static final View<MemberRow> MEMBERS = new View<>("members", MemberRow.class);

    @Override
    public String name() {
        return "members";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<View<?>> views() {
        return List.of(COALITIONS, ORGANIZATIONS, MEMBERS);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        if (event.fact() instanceof MemberEvent fact) {
            apply(fact, rows);
        }
    }

    private static void apply(MemberEvent fact, Rows rows) {
        switch (fact) {
            case OrganizationRegistered e ->
                rows.put(ORGANIZATIONS, new OrganizationRow(e.organization().value(), e.name()));
            case CoalitionFounded e -> {
                rows.put(
                        COALITIONS,
                        new CoalitionRow(
                                e.coalition().value(),
                                e.name(),
                                e.purpose(),
                                e.founder().value(),
                                e.at()));
                inside(e.coalition(), e.founder(), Standing.STEWARD, null, null, e.at(), rows);
            }
            case OrganizationInvited e -> {
                var before = row(e.coalition(), e.organization(), rows);
                outside(
                        e.coalition(),
                        e.organization(),
                        e.invitation().value(),
                        before == null ? null : before.request(),
                        before == null ? null : before.message(),
                        e.at(),
                        rows);
            }
            case InvitationDeclined e -> {
                var before = row(e.coalition(), e.organization(), rows);
                if (before != null) {
                    outside(e.coalition(), e.organization(), null, before.request(), before.message(), e.at(), rows);
                }
            }
            case JoinRequested e -> {
                var before = row(e.coalition(), e.organization(), rows);
                outside(
                        e.coalition(),
                        e.organization(),
                        before == null ? null : before.invitation(),
                        e.request().value(),
                        e.message(),
                        e.at(),
                        rows);
            }
            case JoinRefused e -> {
                var before = row(e.coalition(), e.organization(), rows);
                if (before != null) {
                    outside(e.coalition(), e.organization(), before.invitation(), null, null, e.at(), rows);
                }
            }
            case OrganizationJoined e ->
                inside(
                        e.coalition(),
                        e.organization(),
                        Standing.MEMBER,
                        e.invitation() == null ? null : e.invitation().value(),
                        e.request() == null ? null : e.request().value(),
                        e.at(),
                        rows);
            case StewardAppointed e -> changes(e.coalition(), e.organization(), Standing.STEWARD, e.at(), rows);
            case StewardSteppedDown e -> changes(e.coalition(), e.organization(), Standing.MEMBER, e.at(), rows);
            case RemovalProposed e -> {
                var before = row(e.coalition(), e.organization(), rows);
                if (before != null) {
                    rows.put(MEMBERS, before.proposed(new ProposedRemoval(e.by().value(), e.reason(), e.at())));
                }
            }
            case RemovalWithdrawn e -> {
                var before = row(e.coalition(), e.organization(), rows);
                if (before != null) {
                    rows.put(MEMBERS, before.proposed(null));
                }
            }
            case RemovalSeconded e -> {
                // It leaves in the same commit.
            }
            case OrganizationLeft e -> rows.remove(MEMBERS, id(e.coalition(), e.organization()));
        }
    }

    /** Whoever has neither an invitation nor a request open has nothing to do with the coalition. */
    private static void outside(
            CoalitionId coalition,
            OrganizationId organization,
            @Nullable String invitation,
            @Nullable String request,
            @Nullable Text message,
            Instant at,
            Rows rows) {
        var id = id(coalition, organization);
        if (invitation == null && request == null) {
            rows.remove(MEMBERS, id);
            return;
        }
        var standing = invitation != null ? Standing.INVITED : Standing.REQUESTED;
        var before = row(coalition, organization, rows);
        var since = before != null && before.standing() == standing ? before.since() : at;
        rows.put(
                MEMBERS,
                new MemberRow(
                        id,
                        coalition.value(),
                        organization.value(),
                        name(organization, rows),
                        standing,
                        invitation,
                        request,
                        message,
                        since,
                        null));
    }

    private static void inside(
            CoalitionId coalition,
            OrganizationId organization,
            Standing standing,
            @Nullable String invitation,
            @Nullable String request,
            Instant at,
            Rows rows) {
        rows.put(
                MEMBERS,
                new MemberRow(
                        id(coalition, organization),
                        coalition.value(),
                        organization.value(),
                        name(organization, rows),
                        standing,
                        invitation,
                        request,
                        null,
                        at,
                        null));
    }

    private static void changes(
            CoalitionId coalition, OrganizationId organization, Standing standing, Instant at, Rows rows) {
        var before = row(coalition, organization, rows);
        if (before != null) {
            rows.put(MEMBERS, before.standing(standing, at));
        }
    }

    private static @Nullable MemberRow row(CoalitionId coalition, OrganizationId organization, Rows rows) {
        return rows.get(MEMBERS, id(coalition, organization)).orElse(null);
    }

    private static String id(CoalitionId coalition, OrganizationId organization) {
        return new MembershipId(coalition, organization).toString();
    }

    /** Only registered organisations come near a coalition, so this one has a name. */
    private static Text name(OrganizationId organization, Rows rows) {
        return rows.get(ORGANIZATIONS, organization.value())
                .map(OrganizationRow::name)
                .orElseGet(() -> new Text(Map.of()));
    }
}
