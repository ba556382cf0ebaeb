package org.tansiq.projections.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.AuditorAppointed;
import org.tansiq.domain.members.AuditorDismissed;
import org.tansiq.domain.members.AuditorId;
import org.tansiq.domain.members.AuditorProposed;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.CoalitionRead;
import org.tansiq.domain.members.InvitationDeclined;
import org.tansiq.domain.members.JoinRefused;
import org.tansiq.domain.members.JoinRequested;
import org.tansiq.domain.members.MemberEvent;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.members.ObserverAdmitted;
import org.tansiq.domain.members.ObserverDismissed;
import org.tansiq.domain.members.OrganizationInvited;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.members.RemovalProposed;
import org.tansiq.domain.members.RemovalSeconded;
import org.tansiq.domain.members.RemovalWithdrawn;
import org.tansiq.domain.members.RulesAgreed;
import org.tansiq.domain.members.RulesProposed;
import org.tansiq.domain.members.RulesWithdrawn;
import org.tansiq.domain.members.StewardAppointed;
import org.tansiq.domain.members.StewardSteppedDown;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** Which coalitions and organisations there are, and who belongs, is invited, asks to be let in, watches or audits where. */
public final class MembersProjection implements Projection {
    public static final View<CoalitionRow> COALITIONS = new View<>("coalitions", CoalitionRow.class);
    public static final View<OrganizationRow> ORGANIZATIONS = new View<>("organizations", OrganizationRow.class);
    public static final View<MemberRow> MEMBERS = new View<>("members", MemberRow.class);
    public static final View<AuditorRow> AUDITORS = new View<>("auditors", AuditorRow.class);

    @Override
    public String name() {
        return "members";
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public List<View<?>> views() {
        return List.of(COALITIONS, ORGANIZATIONS, MEMBERS, AUDITORS);
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
                rows.put(COALITIONS, CoalitionRow.of(e));
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
            case RulesProposed e ->
                coalition(
                        e.coalition(), row -> row.proposed(new ProposedRules(e.rules(), e.by().value(), e.at())), rows);
            case RulesAgreed e -> coalition(e.coalition(), row -> row.agreed(e), rows);
            case RulesWithdrawn e -> coalition(e.coalition(), row -> row.proposed(null), rows);
            case AuditorProposed e ->
                audits(e.coalition(), e.auditor(), AuditorRow.State.PROPOSED, e.until(), e.by(), null, e.at(), rows);
            case AuditorAppointed e ->
                audits(
                        e.coalition(),
                        e.auditor(),
                        AuditorRow.State.APPOINTED,
                        e.until(),
                        e.proposedBy(),
                        e.by(),
                        e.at(),
                        rows);
            case AuditorDismissed e -> rows.remove(AUDITORS, new AuditorId(e.coalition(), e.auditor()).toString());
            case CoalitionRead e -> {
                // The history tells of it.
            }
            case ObserverAdmitted e -> {
                var before = row(e.coalition(), e.organization(), rows);
                outside(
                        e.coalition(),
                        e.organization(),
                        before == null ? null : before.invitation(),
                        before == null ? null : before.request(),
                        before == null ? null : before.message(),
                        true,
                        e.at(),
                        rows);
            }
            case ObserverDismissed e -> {
                var before = row(e.coalition(), e.organization(), rows);
                if (before != null) {
                    outside(
                            e.coalition(),
                            e.organization(),
                            before.invitation(),
                            before.request(),
                            before.message(),
                            false,
                            e.at(),
                            rows);
                }
            }
            case OrganizationLeft e -> {
                rows.remove(MEMBERS, id(e.coalition(), e.organization()));
                var proposer = e.organization().value();
                coalition(
                        e.coalition(),
                        row -> row.proposal() != null && row.proposal().by().equals(proposer)
                                ? row.proposed(null)
                                : row,
                        rows);
            }
        }
    }

    private static void coalition(CoalitionId coalition, UnaryOperator<CoalitionRow> change, Rows rows) {
        rows.get(COALITIONS, coalition.value()).ifPresent(before -> {
            var after = change.apply(before);
            if (!after.equals(before)) {
                rows.put(COALITIONS, after);
            }
        });
    }

    private static void audits(
            CoalitionId coalition,
            PersonId person,
            AuditorRow.State state,
            Instant until,
            OrganizationId proposedBy,
            @Nullable OrganizationId appointedBy,
            Instant at,
            Rows rows) {
        rows.put(
                AUDITORS,
                new AuditorRow(
                        new AuditorId(coalition, person).toString(),
                        coalition.value(),
                        person.value(),
                        state,
                        until,
                        proposedBy.value(),
                        appointedBy == null ? null : appointedBy.value(),
                        at));
    }

    /** Whoever watches does so on, invited or not. */
    private static void outside(
            CoalitionId coalition,
            OrganizationId organization,
            @Nullable String invitation,
            @Nullable String request,
            @Nullable Text message,
            Instant at,
            Rows rows) {
        var before = row(coalition, organization, rows);
        var observes = before != null && before.standing() == Standing.OBSERVER;
        outside(coalition, organization, invitation, request, message, observes, at, rows);
    }

    /** Whoever has neither an invitation nor a request open, and does not watch, has nothing to do with the coalition. */
    private static void outside(
            CoalitionId coalition,
            OrganizationId organization,
            @Nullable String invitation,
            @Nullable String request,
            @Nullable Text message,
            boolean observes,
            Instant at,
            Rows rows) {
        var id = id(coalition, organization);
        if (invitation == null && request == null && !observes) {
            rows.remove(MEMBERS, id);
            return;
        }
        var uninvited = observes ? Standing.OBSERVER : Standing.REQUESTED;
        var standing = invitation != null && !observes ? Standing.INVITED : uninvited;
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
                        observes ? entered(before, at) : null,
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
                        entered(row(coalition, organization, rows), at),
                        null));
    }

    private static Instant entered(@Nullable MemberRow before, Instant at) {
        return before == null || before.entered() == null ? at : before.entered();
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
