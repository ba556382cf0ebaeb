package org.tansiq.projections.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.members.MembersProjection.AUDITORS;
import static org.tansiq.projections.members.MembersProjection.COALITIONS;
import static org.tansiq.projections.members.MembersProjection.MEMBERS;
import static org.tansiq.projections.members.MembersProjection.ORGANIZATIONS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.AuditorAppointed;
import org.tansiq.domain.members.AuditorDismissed;
import org.tansiq.domain.members.AuditorProposed;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.CoalitionRead;
import org.tansiq.domain.members.InvitationDeclined;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.JoinRefused;
import org.tansiq.domain.members.JoinRequestId;
import org.tansiq.domain.members.JoinRequested;
import org.tansiq.domain.members.MemberEvent;
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
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.Twice;

class MembersProjectionTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final OrganizationId PARIS = new OrganizationId("paris");
    private static final Text NAME = Text.ofBoth("أنقذوا الغوطة", "Save Ghouta");
    private static final Text PURPOSE = Text.of("en", "An end to the siege");
    private static final Text BERLINS = Text.ofBoth("تحالفُ برلين", "Berlin Alliance");
    private static final Text PARISIANS = Text.of("fr", "Comité Syrie");
    private static final Text MESSAGE = Text.of("ar", "نود المشاركة");
    private static final InvitationId INVITATION = new InvitationId("i-1");
    private static final JoinRequestId REQUEST = new JoinRequestId("r-1");
    private static final OrganizationInvited INVITED =
            new OrganizationInvited(GHOUTA, INVITATION, PARIS, BERLIN, at(11));
    private static final JoinRequested REQUESTED = new JoinRequested(GHOUTA, REQUEST, PARIS, MESSAGE, at(12));

    @Test
    void a_coalition_shows_what_it_is_for_and_its_founder_as_its_steward() {
        var rows = after();

        assertThat(rows.all(COALITIONS)).containsExactly(founded());
        assertThat(rows.find(COALITIONS, "coalition:ghouta")).hasSize(1);
        assertThat(rows.all(MEMBERS))
                .containsExactly(new MemberRow(
                        "ghouta/berlin",
                        "ghouta",
                        "berlin",
                        BERLINS,
                        Standing.STEWARD,
                        null,
                        null,
                        null,
                        at(10),
                        at(10),
                        null));
    }

    @Test
    void an_organisation_is_found_by_its_name_however_it_is_spelled() {
        var rows = after();

        assertThat(rows.find(ORGANIZATIONS, "name:berlin alliance"))
                .containsExactly(new OrganizationRow("berlin", BERLINS));
        assertThat(rows.find(ORGANIZATIONS, "name:تحالف برلين")).hasSize(1);
        assertThat(rows.find(ORGANIZATIONS, "name:comite syrie"))
                .containsExactly(new OrganizationRow("paris", PARISIANS));
    }

    @Test
    void whoever_is_invited_waits_at_the_door() {
        var rows = after(INVITED);

        assertThat(paris(rows)).isEqualTo(row(Standing.INVITED, "i-1", null, null, at(11)));
        assertThat(rows.find(MEMBERS, "invitation:i-1")).hasSize(1);
        assertThat(rows.find(MEMBERS, "organization:paris")).hasSize(1);
        assertThat(rows.find(MEMBERS, "coalition:ghouta")).hasSize(2);
    }

    @Test
    void whoever_asked_waits_with_its_message() {
        var rows = after(REQUESTED);

        assertThat(paris(rows)).isEqualTo(row(Standing.REQUESTED, null, "r-1", MESSAGE, at(12)));
        assertThat(rows.find(MEMBERS, "request:r-1")).hasSize(1);
    }

    @Test
    void whoever_is_invited_and_asks_as_well_stays_invited() {
        assertThat(paris(after(INVITED, REQUESTED))).isEqualTo(row(Standing.INVITED, "i-1", "r-1", MESSAGE, at(11)));
    }

    @Test
    void whoever_asked_and_is_invited_as_well_is_invited() {
        var later = new OrganizationInvited(GHOUTA, INVITATION, PARIS, BERLIN, at(13));

        assertThat(paris(after(REQUESTED, later))).isEqualTo(row(Standing.INVITED, "i-1", "r-1", MESSAGE, at(13)));
    }

    @Test
    void whoever_declines_is_gone_or_is_still_asking() {
        var declined = new InvitationDeclined(GHOUTA, INVITATION, PARIS, at(14));

        assertThat(paris(after(INVITED, declined))).isNull();
        assertThat(paris(after(INVITED, REQUESTED, declined)))
                .isEqualTo(row(Standing.REQUESTED, null, "r-1", MESSAGE, at(14)));
    }

    @Test
    void whoever_is_refused_is_gone_or_is_still_invited() {
        var refused = new JoinRefused(GHOUTA, REQUEST, PARIS, BERLIN, at(14));

        assertThat(paris(after(REQUESTED, refused))).isNull();
        assertThat(paris(after(INVITED, REQUESTED, refused)))
                .isEqualTo(row(Standing.INVITED, "i-1", null, null, at(11)));
    }

    @Test
    void whoever_came_in_by_an_invitation_is_a_member() {
        var rows = after(INVITED, REQUESTED, new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, at(15)));

        assertThat(paris(rows)).isEqualTo(row(Standing.MEMBER, "i-1", null, null, at(15)));
        assertThat(rows.find(MEMBERS, "request:r-1")).isEmpty();
    }

    @Test
    void whoever_was_admitted_is_a_member() {
        assertThat(paris(after(REQUESTED, new OrganizationJoined(GHOUTA, PARIS, null, REQUEST, at(15)))))
                .isEqualTo(row(Standing.MEMBER, null, "r-1", null, at(15)));
    }

    @Test
    void stewards_come_and_go() {
        var joined = new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, at(15));
        var appointed = new StewardAppointed(GHOUTA, PARIS, BERLIN, at(16));
        var down = new StewardSteppedDown(GHOUTA, PARIS, at(17));

        assertThat(paris(after(INVITED, joined, appointed)))
                .isEqualTo(row(Standing.STEWARD, "i-1", null, null, at(16), at(15)));
        assertThat(paris(after(INVITED, joined, appointed, down)))
                .isEqualTo(row(Standing.MEMBER, "i-1", null, null, at(17), at(15)));
    }

    @Test
    void whoever_left_is_gone() {
        var rows = after(
                INVITED,
                new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, at(15)),
                new OrganizationLeft(GHOUTA, PARIS, at(16)));

        assertThat(paris(rows)).isNull();
        assertThat(rows.all(MEMBERS)).hasSize(1);
    }

    /** With a coalition that Berlin founded, and Paris registered. */
    private static RowsInMemory after(MemberEvent... events) {
        var all = new ArrayList<MemberEvent>(List.of(
                new OrganizationRegistered(BERLIN, BERLINS, at(9)),
                new OrganizationRegistered(PARIS, PARISIANS, at(9)),
                new CoalitionFounded(GHOUTA, BERLIN, NAME, PURPOSE, at(10))));
        all.addAll(List.of(events));
        return Twice.fold(new MembersProjection(), all);
    }

    private static @Nullable MemberRow paris(RowsInMemory rows) {
        return rows.get(MEMBERS, "ghouta/paris").orElse(null);
    }

    private static CoalitionRow founded() {
        return new CoalitionRow("ghouta", NAME, PURPOSE, "berlin", at(10), new Text(Map.of()), null, null);
    }

    private static CoalitionRow coalition(MemberEvent... events) {
        return after(events).get(COALITIONS, "ghouta").orElseThrow();
    }

    @Test
    void rules_that_are_proposed_show_beside_those_agreed_on() {
        var first = new RulesProposed(GHOUTA, MESSAGE, BERLIN, at(14));
        var agreed = new RulesAgreed(GHOUTA, MESSAGE, BERLIN, PARIS, at(15));
        var next = new RulesProposed(GHOUTA, PURPOSE, BERLIN, at(16));

        assertThat(coalition(first)).isEqualTo(founded().proposed(new ProposedRules(MESSAGE, "berlin", at(14))));
        var ruled = coalition(first, agreed);
        assertThat(ruled.rules()).isEqualTo(MESSAGE);
        assertThat(ruled.rulesSince()).isEqualTo(at(15));
        assertThat(ruled.proposal()).isNull();
        assertThat(coalition(first, agreed, next))
                .isEqualTo(ruled.proposed(new ProposedRules(PURPOSE, "berlin", at(16))));
        assertThat(coalition(first, next).proposal()).isEqualTo(new ProposedRules(PURPOSE, "berlin", at(16)));
        assertThat(coalition(first, agreed, next, new RulesWithdrawn(GHOUTA, BERLIN, at(17))))
                .isEqualTo(ruled);
    }

    @Test
    void rules_proposed_by_one_who_left_show_no_more_and_those_of_others_do() {
        var proposed = new RulesProposed(GHOUTA, MESSAGE, PARIS, at(14));

        assertThat(coalition(INVITED, joined(), proposed, new OrganizationLeft(GHOUTA, PARIS, at(15))))
                .isEqualTo(founded());
        assertThat(coalition(INVITED, joined(), proposed, new OrganizationLeft(GHOUTA, BERLIN, at(15)))
                        .proposal())
                .isEqualTo(new ProposedRules(MESSAGE, "paris", at(14)));
    }

    @Test
    void who_does_not_belong_sees_the_rules_and_not_the_proposal() {
        var first = new RulesProposed(GHOUTA, MESSAGE, BERLIN, at(14));
        var agreed = new RulesAgreed(GHOUTA, MESSAGE, BERLIN, PARIS, at(15));
        var next = new RulesProposed(GHOUTA, PURPOSE, BERLIN, at(16));

        assertThat(coalition(first, agreed, next).seenFromOutside()).isEqualTo(coalition(first, agreed));
    }

    @Test
    void nobody_can_agree_to_words_that_are_erased() {
        assertThat(new ProposedRules(MESSAGE, "berlin", at(14)).stands()).isTrue();
        assertThat(new ProposedRules(Text.ERASED, "berlin", at(14)).stands()).isFalse();
    }

    @Test
    void a_removal_that_is_proposed_shows_until_it_is_taken_back() {
        var proposed = after(INVITED, joined(), new RemovalProposed(GHOUTA, PARIS, BERLIN, MESSAGE, at(14)));
        assertThat(proposed.get(MEMBERS, "ghouta/paris"))
                .get()
                .extracting(MemberRow::removal)
                .isEqualTo(new ProposedRemoval("berlin", MESSAGE, at(14)));

        var takenBack = after(
                INVITED,
                joined(),
                new RemovalProposed(GHOUTA, PARIS, BERLIN, MESSAGE, at(14)),
                new RemovalWithdrawn(GHOUTA, PARIS, BERLIN, at(15)));
        assertThat(takenBack.get(MEMBERS, "ghouta/paris")).get().satisfies(row -> {
            assertThat(row.removal()).isNull();
            assertThat(row.standing()).isEqualTo(Standing.MEMBER);
        });
    }

    @Test
    void an_organisation_that_was_removed_is_no_member() {
        var rows = after(
                INVITED,
                joined(),
                new RemovalProposed(GHOUTA, PARIS, BERLIN, MESSAGE, at(14)),
                new RemovalSeconded(GHOUTA, PARIS, BERLIN, at(15)),
                new OrganizationLeft(GHOUTA, PARIS, at(15)));
        assertThat(rows.get(MEMBERS, "ghouta/paris")).isEmpty();
    }

    @Test
    void whom_one_organisation_proposed_and_another_agreed_to_audits_until_dismissed() {
        var lina = new PersonId("lina");
        var proposed = new AuditorProposed(GHOUTA, lina, at(90), BERLIN, at(14));
        var appointed = new AuditorAppointed(GHOUTA, lina, at(90), BERLIN, PARIS, at(15));
        var read = new CoalitionRead(GHOUTA, lina, "/tasks", at(16));
        var dismissed = new AuditorDismissed(GHOUTA, lina, PARIS, at(17));

        assertThat(after(INVITED, joined(), proposed).all(AUDITORS))
                .containsExactly(new AuditorRow(
                        "ghouta/lina", "ghouta", "lina", AuditorRow.State.PROPOSED, at(90), "berlin", null, at(14)));
        var audited = after(INVITED, joined(), proposed, appointed, read);
        assertThat(audited.find(AUDITORS, "coalition:ghouta"))
                .containsExactly(new AuditorRow(
                        "ghouta/lina",
                        "ghouta",
                        "lina",
                        AuditorRow.State.APPOINTED,
                        at(90),
                        "berlin",
                        "paris",
                        at(15)));
        assertThat(audited.find(AUDITORS, "person:lina")).hasSize(1);
        assertThat(after(INVITED, joined(), proposed, appointed, dismissed).all(AUDITORS))
                .isEmpty();
    }

    @Test
    void an_appointment_is_in_force_before_its_end_and_not_before_it_is_agreed_to() {
        var lina = new AuditorRow(
                "ghouta/lina", "ghouta", "lina", AuditorRow.State.APPOINTED, at(90), "berlin", "paris", at(15));
        var proposed = new AuditorRow(
                "ghouta/lina", "ghouta", "lina", AuditorRow.State.PROPOSED, at(90), "berlin", null, at(15));

        assertThat(lina.inForce(at(90).minusMillis(1))).isTrue();
        assertThat(lina.inForce(at(90))).isFalse();
        assertThat(proposed.inForce(at(16))).isFalse();
    }

    @Test
    void whoever_observes_shows_among_the_members_until_it_ends_or_joins() {
        var admitted = new ObserverAdmitted(GHOUTA, PARIS, BERLIN, at(10));

        assertThat(paris(after(admitted))).isEqualTo(row(Standing.OBSERVER, null, null, null, at(10)));
        assertThat(paris(after(admitted, new ObserverDismissed(GHOUTA, PARIS, PARIS, at(11)))))
                .isNull();
        assertThat(paris(after(admitted, INVITED, joined())))
                .isEqualTo(row(Standing.MEMBER, "i-1", null, null, at(13), at(10)));
    }

    @Test
    void whoever_observes_may_be_invited_and_ask_and_observes_on() {
        var admitted = new ObserverAdmitted(GHOUTA, PARIS, BERLIN, at(10));
        var late = new ObserverAdmitted(GHOUTA, PARIS, BERLIN, at(13));
        var declined = new InvitationDeclined(GHOUTA, INVITATION, PARIS, at(14));
        var refused = new JoinRefused(GHOUTA, REQUEST, PARIS, BERLIN, at(14));
        var ended = new ObserverDismissed(GHOUTA, PARIS, BERLIN, at(15));

        assertThat(paris(after(admitted, INVITED, REQUESTED)))
                .isEqualTo(row(Standing.OBSERVER, "i-1", "r-1", MESSAGE, at(10)));
        assertThat(paris(after(admitted, INVITED, declined)))
                .isEqualTo(row(Standing.OBSERVER, null, null, null, at(10)));
        assertThat(paris(after(admitted, REQUESTED, refused)))
                .isEqualTo(row(Standing.OBSERVER, null, null, null, at(10)));
        assertThat(paris(after(INVITED, late))).isEqualTo(row(Standing.OBSERVER, "i-1", null, null, at(13)));
        assertThat(paris(after(INVITED, late, ended))).isEqualTo(row(Standing.INVITED, "i-1", null, null, at(15)));
    }

    @Test
    void those_who_do_not_belong_see_who_does_and_themselves_and_nothing_between_them() {
        var full = new MemberRow(
                "ghouta/paris",
                "ghouta",
                "paris",
                PARISIANS,
                Standing.MEMBER,
                "i-1",
                "r-1",
                MESSAGE,
                at(13),
                at(13),
                new ProposedRemoval("berlin", MESSAGE, at(14)));

        assertThat(full.seenFromOutside("geneva")).contains(row(Standing.MEMBER, null, null, null, at(13)));
        assertThat(row(Standing.INVITED, "i-1", "r-1", MESSAGE, at(11)).seenFromOutside("geneva"))
                .isEmpty();
        assertThat(row(Standing.OBSERVER, null, null, null, at(11)).seenFromOutside("geneva"))
                .isEmpty();
        assertThat(row(Standing.OBSERVER, "i-1", "r-1", MESSAGE, at(11)).seenFromOutside("paris"))
                .contains(row(Standing.OBSERVER, null, null, null, at(11)));
    }

    private static OrganizationJoined joined() {
        return new OrganizationJoined(GHOUTA, PARIS, INVITATION, null, at(13));
    }

    private static MemberRow row(
            Standing standing,
            @Nullable String invitation,
            @Nullable String request,
            @Nullable Text message,
            Instant since) {
        var inside = standing.belongs() || standing == Standing.OBSERVER;
        return row(standing, invitation, request, message, since, inside ? since : null);
    }

    private static MemberRow row(
            Standing standing,
            @Nullable String invitation,
            @Nullable String request,
            @Nullable Text message,
            Instant since,
            @Nullable Instant entered) {
        return new MemberRow(
                "ghouta/paris",
                "ghouta",
                "paris",
                PARISIANS,
                standing,
                invitation,
                request,
                message,
                since,
                entered,
                null);
    }

    private static Instant at(int hour) {
        return Instant.parse("2018-02-19T00:00:00Z").plusSeconds(hour * 3_600L);
    }
}
