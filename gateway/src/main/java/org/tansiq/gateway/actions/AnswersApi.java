package org.tansiq.gateway.actions;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.AnswerCall;
import org.tansiq.domain.actions.AskToAnswer;
import org.tansiq.domain.actions.CallResponse;
import org.tansiq.domain.actions.RemindSilent;
import org.tansiq.domain.actions.ReportCity;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.shared.Keys;

/** Asking members to answer a call, their answers, reminders, and how it went in their cities. */
@RestController
@RequestMapping(
        path = "/api/v1/coalitions/{coalition}/synchronised/{synchronised}",
        produces = MediaType.APPLICATION_JSON_VALUE)
class AnswersApi {
    private final Desk desk;
    private final Access access;
    private final Directory directory;
    private final Views views;
    private final Places places;

    AnswersApi(Desk desk, Access access, Directory directory, Views views, Places places) {
        this.desk = desk;
        this.access = access;
        this.directory = directory;
        this.views = views;
        this.places = places;
    }

    /**
     * Either of the two.
     *
     * @param organizations by id or name
     * @param all whether all other members are asked
     */
    record Asking(
            @Nullable List<@Nullable String> organizations,
            @Nullable Boolean all) {}

    record Answering(@Nullable String response, @Nullable Map<String, @Nullable String> message) {}

    /**
     * Exactly one of the two times.
     *
     * @param localStart on the clocks of the city
     */
    record Reporting(
            @Nullable String actualStart,
            @Nullable String localStart,
            @Nullable Integer turnout,
            @Nullable List<@Nullable String> media) {}

    @PostMapping("/ask")
    ResponseEntity<Answer> ask(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @RequestBody Asking body) {
        var by = access.acts(me, coalition);
        var asked = Boolean.TRUE.equals(body.all()) ? others(coalition, by) : named(body.organizations());
        return desk.done(me, new AskToAnswer(coalition, synchronised, asked, by, desk.now()), synchronised);
    }

    private Set<OrganizationId> named(@Nullable List<@Nullable String> organizations) {
        var named = new LinkedHashSet<OrganizationId>();
        Fields.list("organizations", organizations)
                .forEach(organization -> named.add(directory.organization("organizations", organization)));
        return named;
    }

    private Set<OrganizationId> others(CoalitionId coalition, OrganizationId by) {
        var others = new LinkedHashSet<OrganizationId>();
        views.find(MembersProjection.MEMBERS, Keys.key(Tags.COALITION, coalition)).stream()
                .filter(member -> member.standing().belongs())
                .map(MemberRow::organization)
                .filter(organization -> !organization.equals(by.value()))
                .forEach(organization -> others.add(new OrganizationId(organization)));
        return others;
    }

    @PostMapping("/answer")
    ResponseEntity<Answer> answer(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @RequestBody Answering body) {
        var by = access.acts(me, coalition);
        var response = Fields.choice("response", CallResponse.class, body.response());
        return desk.done(
                me,
                new AnswerCall(coalition, synchronised, by, response, Fields.text(body.message()), desk.now()),
                synchronised);
    }

    @PostMapping("/remind")
    ResponseEntity<Answer> remind(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised) {
        var by = access.acts(me, coalition);
        return desk.done(me, new RemindSilent(coalition, synchronised, by, desk.now()), synchronised);
    }

    @PostMapping("/cities/{city}/report")
    ResponseEntity<Answer> report(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @PathVariable String city,
            @RequestBody Reporting body) {
        var by = access.acts(me, coalition);
        var place = places.city("city", city, null);
        if ((body.actualStart() == null) == (body.localStart() == null)) {
            throw new Invalid("one-start", "actualStart");
        }
        Instant start = body.actualStart() != null
                ? Fields.instant("actualStart", body.actualStart())
                : Fields.localTime("localStart", body.localStart())
                        .atZone(place.zone())
                        .toInstant();
        return desk.done(
                me,
                new ReportCity(
                        coalition,
                        synchronised,
                        place.city(),
                        by,
                        start,
                        Fields.required("turnout", body.turnout()),
                        Fields.list("media", body.media()),
                        desk.now()),
                place.city());
    }
}
