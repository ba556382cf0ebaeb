package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PURPOSE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Refusal;

/** Whoever asks for what, in whatever order: what the decisions let through keeps the rules. */
class AlwaysAStewardTest {
    private static final List<OrganizationId> ORGANIZATIONS =
            List.of(new OrganizationId("a"), new OrganizationId("b"), new OrganizationId("c"));

    private enum Wish {
        INVITE,
        ACCEPT,
        DECLINE,
        ASK,
        ADMIT,
        REFUSE,
        APPOINT,
        STEP_DOWN,
        LEAVE,
        PROPOSE_REMOVAL,
        AGREE_TO_REMOVAL
    }

    record Step(Wish wish, OrganizationId by, OrganizationId other) {}

    @Property
    void a_coalition_always_has_a_steward_and_nobody_joins_twice(@ForAll("steps") List<Step> steps) {
        var coalition = new World();
        for (var step : steps) {
            coalition.attempt(step);

            assertThat(coalition.stewards.organizations()).isNotEmpty().isSubsetOf(coalition.inside);
            for (var organization : ORGANIZATIONS) {
                var membership = coalition.membership(organization);
                assertThat(membership.belongs()).isEqualTo(coalition.inside.contains(organization));
                assertThat(membership.isSteward())
                        .isEqualTo(coalition.stewards.organizations().contains(organization));
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Wish.class), Arbitraries.of(ORGANIZATIONS), Arbitraries.of(ORGANIZATIONS))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    /** The decisions and their states without Axon around them. */
    private static final class World {
        private final Map<OrganizationId, Membership> memberships = new HashMap<>();
        private final Map<OrganizationId, Removal> removals = new HashMap<>();
        private final Set<OrganizationId> inside = new HashSet<>();
        private Stewards stewards = new Stewards();

        World() {
            happened(new CoalitionFounded(GHOUTA, ORGANIZATIONS.get(0), NAME, PURPOSE, NOW));
        }

        Removal removal(OrganizationId organization) {
            return removals.getOrDefault(organization, new Removal());
        }

        Membership membership(OrganizationId organization) {
            return memberships.getOrDefault(organization, new Membership());
        }

        void attempt(Step step) {
            try {
                decide(step).forEach(this::happened);
            } catch (Refusal refused) {
                assertThat(refused.code()).isNotBlank();
            }
        }

        private List<MemberEvent> decide(Step step) {
            var by = step.by();
            var other = step.other();
            var invitation = new InvitationId("i-" + by);
            var request = new JoinRequestId("r-" + by);
            var othersRequest = new JoinRequestId("r-" + other);
            var state = membership(by).state();
            var others = membership(other).state();
            return switch (step.wish()) {
                case INVITE -> {
                    steward(by);
                    yield InvitingOrganizations.decide(
                            new InviteOrganization(GHOUTA, new InvitationId("i-" + other), other, by, NOW), others);
                }
                case ACCEPT -> AcceptingInvitations.decide(new AcceptInvitation(GHOUTA, invitation, by, NOW), state);
                case DECLINE -> DecliningInvitations.decide(new DeclineInvitation(GHOUTA, invitation, by, NOW), state);
                case ASK -> AskingToJoin.decide(new AskToJoin(GHOUTA, request, by, PURPOSE, NOW), state);
                case ADMIT -> {
                    steward(by);
                    yield AdmittingOrganizations.decide(
                            new AdmitOrganization(GHOUTA, othersRequest, other, by, NOW), others);
                }
                case REFUSE -> {
                    steward(by);
                    yield RefusingOrganizations.decide(
                            new RefuseOrganization(GHOUTA, othersRequest, other, by, NOW), others);
                }
                case APPOINT -> {
                    steward(by);
                    yield AppointingStewards.decide(new AppointSteward(GHOUTA, other, by, NOW), others);
                }
                case STEP_DOWN -> {
                    membership(by).required(new MembershipId(GHOUTA, by));
                    yield SteppingDown.decide(new StepDown(GHOUTA, by, NOW), stewards);
                }
                case PROPOSE_REMOVAL ->
                    RemovingMembers.decide(
                            new ProposeRemoval(GHOUTA, other, by, PURPOSE, NOW),
                            membership(by),
                            membership(other),
                            removal(other));
                case AGREE_TO_REMOVAL -> {
                    var proposer = Objects.requireNonNullElse(removal(other).proposedBy(), by);
                    yield RemovingMembers.decide(
                            new SecondRemoval(GHOUTA, other, proposer, by, NOW),
                            membership(by),
                            membership(proposer),
                            membership(other),
                            removal(other),
                            stewards);
                }
                case LEAVE -> LeavingCoalitions.decide(new LeaveCoalition(GHOUTA, by, NOW), membership(by), stewards);
            };
        }

        private void steward(OrganizationId by) {
            membership(by).requiredSteward(new MembershipId(GHOUTA, by));
        }

        private void happened(MemberEvent event) {
            switch (event) {
                case OrganizationRegistered e -> throw new AssertionError(e);
                case AuditorProposed e -> throw new AssertionError(e);
                case AuditorAppointed e -> throw new AssertionError(e);
                case AuditorDismissed e -> throw new AssertionError(e);
                case CoalitionRead e -> throw new AssertionError(e);
                case ObserverAdmitted e -> throw new AssertionError(e);
                case ObserverDismissed e -> throw new AssertionError(e);
                case CoalitionFounded founded -> {
                    assertThat(inside.add(founded.founder())).isTrue();
                    memberships.put(
                            founded.founder(), membership(founded.founder()).on(founded));
                    stewards = stewards.on(founded);
                }
                case OrganizationInvited e ->
                    memberships.put(
                            e.organization(), membership(e.organization()).on(e));
                case InvitationDeclined e ->
                    memberships.put(
                            e.organization(), membership(e.organization()).on(e));
                case JoinRequested e ->
                    memberships.put(
                            e.organization(), membership(e.organization()).on(e));
                case JoinRefused e ->
                    memberships.put(
                            e.organization(), membership(e.organization()).on(e));
                case OrganizationJoined e -> {
                    assertThat(inside.add(e.organization())).isTrue();
                    memberships.put(
                            e.organization(), membership(e.organization()).on(e));
                }
                case RemovalProposed e ->
                    removals.put(e.organization(), removal(e.organization()).on(e));
                case RemovalWithdrawn e ->
                    removals.put(e.organization(), removal(e.organization()).on(e));
                case RemovalSeconded e -> assertThat(inside).contains(e.by(), e.organization());
                case StewardAppointed e -> {
                    memberships.put(
                            e.organization(), membership(e.organization()).on(e));
                    stewards = stewards.on(e);
                }
                case StewardSteppedDown e -> {
                    memberships.put(
                            e.organization(), membership(e.organization()).on(e));
                    stewards = stewards.on(e);
                }
                case OrganizationLeft e -> {
                    removals.put(e.organization(), removal(e.organization()).on(e));
                    assertThat(inside.remove(e.organization())).isTrue();
                    memberships.put(
                            e.organization(), membership(e.organization()).on(e));
                    stewards = stewards.on(e);
                }
            }
        }
    }
}
