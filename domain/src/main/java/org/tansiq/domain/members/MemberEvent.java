package org.tansiq.domain.members;

import org.tansiq.domain.shared.Fact;

/** Everything that can happen to an organisation, a coalition, and who belongs to it. */
public sealed interface MemberEvent extends Fact
        permits OrganizationRegistered,
                CoalitionFounded,
                OrganizationInvited,
                InvitationDeclined,
                JoinRequested,
                JoinRefused,
                OrganizationJoined,
                StewardAppointed,
                StewardSteppedDown,
                RemovalProposed,
                RemovalWithdrawn,
                RemovalSeconded,
                AuditorProposed,
                AuditorAppointed,
                AuditorDismissed,
                CoalitionRead,
                ObserverAdmitted,
                ObserverDismissed,
                OrganizationLeft {}
