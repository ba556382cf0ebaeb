package org.tansiq.probe;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.members.AppointSteward;
import org.tansiq.domain.members.AskToJoin;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.JoinRequestId;
import org.tansiq.domain.members.ProposeAuditor;
import org.tansiq.domain.members.ProposeRemoval;
import org.tansiq.domain.members.ProposeRules;
import org.tansiq.domain.members.RulesDigest;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.contacts.ContactId;
import org.tansiq.infra.feeds.Feed;
import org.tansiq.infra.feeds.Subject;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.tokens.TokenSecret;

/**
 * Two organisations of one coalition, the people of the first and others, who watches and who audits it, and for every endpoint of the API a request
 * that the first's coordinator may send now.
 */
public final class Scenery {
    /** What a request does, and so who may send it. */
    public enum Kind {
        /** Reads a coalition. */
        READ,
        /** Reads who a contact is: not what an auditor reads. */
        CONTACT,
        /** Changes what a coalition does. */
        CHANGE,
        /** Changes who belongs to a coalition. */
        MEMBERSHIP,
        /** Coordinators do it, also those who do not belong. */
        COORDINATION,
        /** Everybody with an account does it, auditors too. */
        OWN,
        /** Makes a person forgotten; here without the confirmation that it takes, or nobody would be left. */
        ERASURE,
        /** The same, but signed in and not with a token: it is about their own account. */
        SESSION,
        /** Looks after the installation. */
        OPERATION,
        /** Reads what is public: everybody does it, also those who have no account. */
        PUBLIC;

        /** Whether no token does it. */
        public boolean isBySession() {
            return this == SESSION || this == ERASURE;
        }
    }

    /** @param path below {@code /api/v1} */
    public record Request(
            CoalitionId coalition,
            String path,
            String type,
            @Nullable String body) {}

    /** @param pattern as the controllers have it, below {@code /api/v1} */
    public record Endpoint(String method, String pattern, Kind kind, Function<Scenery, Request> example) {
        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private static final String JSON = "application/json";
    private static final String VIEWS =
            "{view:members|auditors|tasks|actions|collisions|synchronised|cities|answers|resources|hashtags|sessions|permits|lead-times}";

    private static final Text RULES = Text.of("en", "We decide by consensus");

    private static final String CONTACT = "/coalitions/{coalition}/resources/{resource}/contact";

    public static final Map<String, Endpoint> ENDPOINTS = Stream.of(
                    get("/me", Kind.OWN, s -> s.in("/me", null)),
                    get("/openapi.json", Kind.OWN, s -> s.in("/openapi.json", null)),
                    get("/openapi.json.yaml", Kind.OWN, s -> s.in("/openapi.json.yaml", null)),
                    get("/public/actions", Kind.PUBLIC, s -> s.in("/public/actions", null)),
                    get("/public/tasks", Kind.PUBLIC, s -> s.in("/public/tasks", null)),
                    get("/public/resources", Kind.PUBLIC, s -> s.in("/public/resources", null)),
                    get("/coalitions", Kind.OWN, s -> s.in("/coalitions", null)),
                    post(
                            "/me/password",
                            Kind.SESSION,
                            s -> s.in("/me/password", "{\"current\": \"PASSWORD\", \"next\": \"PASSWORD\"}")),
                    post("/me/erasure", Kind.ERASURE, s -> s.in("/me/erasure", "{\"person\": \"somebody\"}")),
                    post(
                            "/people/{person}/erasure",
                            Kind.ERASURE,
                            s -> s.in("/people/nobody/erasure", "{\"person\": \"somebody\"}")),
                    post("/me/socket-tickets", Kind.OWN, s -> s.in("/me/socket-tickets", null)),
                    get("/me/tokens", Kind.SESSION, s -> s.in("/me/tokens", null)),
                    post(
                            "/me/tokens",
                            Kind.SESSION,
                            s -> s.in("/me/tokens", "{\"name\": \"script\", \"scope\": \"READ\"}")),
                    new Endpoint(
                            "DELETE",
                            "/me/tokens/{token}",
                            Kind.SESSION,
                            s -> s.in("/me/tokens/" + s.tokenOfHome(), null)),
                    get("/me/feeds", Kind.SESSION, s -> s.in("/me/feeds", null)),
                    post(
                            "/me/feeds",
                            Kind.SESSION,
                            s -> s.in(
                                    "/me/feeds",
                                    "{\"coalition\": \"" + s.coalition + "\", \"subject\": \"COALITION\"}")),
                    new Endpoint(
                            "DELETE", "/me/feeds/{feed}", Kind.SESSION, s -> s.in("/me/feeds/" + s.feedOfHome(), null)),
                    post("/sign-up-links", Kind.COORDINATION, s -> s.in("/sign-up-links", "{\"role\": \"MEMBER\"}")),
                    post("/coalitions", Kind.COORDINATION, s -> s.in("/coalitions", "{\"name\": {\"en\": \"Ours\"}}")),
                    get("/coalitions/{coalition}", Kind.READ, s -> s.below("", null)),
                    get("/coalitions/{coalition}/history", Kind.READ, s -> s.below("/history", null)),
                    get("/coalitions/{coalition}/" + VIEWS, Kind.READ, s -> s.below("/tasks", null)),
                    get(
                            "/coalitions/{coalition}/" + VIEWS + "/{id}",
                            Kind.READ,
                            s -> s.below("/tasks/" + s.task(), null)),
                    get(
                            "/coalitions/{coalition}/" + VIEWS + "/changes",
                            Kind.READ,
                            s -> s.below("/tasks/changes?after=-1", null)),
                    post(
                            "/coalitions/{coalition}/invitations",
                            Kind.MEMBERSHIP,
                            s -> s.below("/invitations", "{\"organization\": \"" + s.test.organization() + "\"}")),
                    post(
                            "/coalitions/{coalition}/invitations/{invitation}/accept",
                            Kind.MEMBERSHIP,
                            s -> s.invited("accept")),
                    post(
                            "/coalitions/{coalition}/invitations/{invitation}/decline",
                            Kind.MEMBERSHIP,
                            s -> s.invited("decline")),
                    post("/coalitions/{coalition}/join-requests", Kind.COORDINATION, s -> {
                        var theirs = s.test.coalition(s.other.organization());
                        return new Request(
                                theirs,
                                "/coalitions/" + theirs + "/join-requests",
                                JSON,
                                "{\"message\": {\"en\": \"We\"}}");
                    }),
                    post(
                            "/coalitions/{coalition}/join-requests/{request}/admit",
                            Kind.MEMBERSHIP,
                            s -> s.asked("admit")),
                    post(
                            "/coalitions/{coalition}/join-requests/{request}/refuse",
                            Kind.MEMBERSHIP,
                            s -> s.asked("refuse")),
                    post("/coalitions/{coalition}/leave", Kind.MEMBERSHIP, s -> s.joined("/leave")),
                    post("/coalitions/{coalition}/step-down", Kind.MEMBERSHIP, s -> s.twoStewards("/step-down")),
                    post(
                            "/coalitions/{coalition}/members/{organization}/removal",
                            Kind.MEMBERSHIP,
                            s -> s.below(
                                    "/members/" + s.other.organization() + "/removal",
                                    "{\"reason\": {\"en\": \"It passed contacts on\"}}")),
                    post(
                            "/coalitions/{coalition}/members/{organization}/removal/withdraw",
                            Kind.MEMBERSHIP,
                            s -> s.below("/members/" + s.other.organization() + "/removal/withdraw", null)),
                    post(
                            "/coalitions/{coalition}/members/{organization}/removal/second",
                            Kind.MEMBERSHIP,
                            Scenery::seconding),
                    post(
                            "/coalitions/{coalition}/rules",
                            Kind.MEMBERSHIP,
                            s -> s.below("/rules", "{\"rules\": {\"en\": \"Consensus, " + UUID.randomUUID() + "\"}}")),
                    post("/coalitions/{coalition}/rules/second", Kind.MEMBERSHIP, Scenery::secondingRules),
                    post(
                            "/coalitions/{coalition}/rules/withdraw",
                            Kind.MEMBERSHIP,
                            s -> s.below("/rules/withdraw", null)),
                    post(
                            "/coalitions/{coalition}/auditors",
                            Kind.MEMBERSHIP,
                            s -> s.below(
                                    "/auditors",
                                    "{\"auditor\": \"%s\", \"until\": \"%s\"}".formatted(UUID.randomUUID(), s.soon()))),
                    post(
                            "/coalitions/{coalition}/auditors/{person}/second",
                            Kind.MEMBERSHIP,
                            Scenery::secondingAuditor),
                    post(
                            "/coalitions/{coalition}/auditors/{person}/dismiss",
                            Kind.MEMBERSHIP,
                            s -> s.below("/auditors/" + s.proposed(s.home) + "/dismiss", null)),
                    post(
                            "/coalitions/{coalition}/observers",
                            Kind.MEMBERSHIP,
                            s -> s.below("/observers", "{\"organization\": \"" + s.test.organization() + "\"}")),
                    post(
                            "/coalitions/{coalition}/observers/{organization}/dismiss",
                            Kind.MEMBERSHIP,
                            s -> s.below("/observers/" + s.watching() + "/dismiss", null)),
                    post(
                            "/coalitions/{coalition}/stewards",
                            Kind.MEMBERSHIP,
                            s -> s.below("/stewards", "{\"organization\": \"" + s.other.organization() + "\"}")),
                    post(
                            "/coalitions/{coalition}/tasks",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/tasks",
                                    "{\"title\": {\"en\": \"Sound\"}, \"needed\": {\"ar\": \"مكبّر\"}, \"due\": \"2030-01-01T00:00:00Z\"}")),
                    task("claim", Scenery::task, null),
                    task("release", Scenery::heldTask, null),
                    task("complete", Scenery::heldTask, null),
                    task("cancel", Scenery::task, "{\"reason\": {\"en\": \"Rain\"}}"),
                    post(
                            "/coalitions/{coalition}/tasks/{task}/hand-over",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/tasks/" + s.heldTask() + "/hand-over",
                                    "{\"to\": \"" + s.other.organization() + "\"}")),
                    task("hand-over/accept", Scenery::offeredTask, null),
                    task("hand-over/decline", Scenery::offeredTask, null),
                    post(
                            "/coalitions/{coalition}/actions",
                            Kind.CHANGE,
                            s -> s.below("/actions", s.vigil(s.freeDay(), "[]"))),
                    post(
                            "/coalitions/{coalition}/actions/check",
                            Kind.CHANGE,
                            s -> s.below("/actions/check", s.vigil(s.freeDay(), "[]"))),
                    get(
                            "/coalitions/{coalition}/actions/free",
                            Kind.READ,
                            s -> s.below("/actions/free?city=berlin&starts=" + s.freeDay() + "T10:00", null)),
                    get(
                            "/coalitions/{coalition}/actions/{action}/free",
                            Kind.READ,
                            s -> s.below("/actions/" + s.action(s.home) + "/free", null)),
                    post(
                            "/coalitions/{coalition}/tasks/check",
                            Kind.CHANGE,
                            s -> s.below("/tasks/check", "{\"title\": {\"en\": \"Print leaflets\"}}")),
                    post(
                            "/coalitions/{coalition}/actions/import",
                            Kind.CHANGE,
                            s -> new Request(
                                    s.coalition,
                                    "/coalitions/" + s.coalition + "/actions/import",
                                    "text/csv",
                                    "title,city,starts,organisation\nVigil,Berlin," + s.freeDay() + "T12:00,Greens\n")),
                    showing("tasks", "task", Scenery::task),
                    lifting("tasks", "task", Scenery::task),
                    showing("actions", "action", s -> s.action(s.home)),
                    lifting("actions", "action", s -> s.action(s.home)),
                    showing("resources", "resource", Scenery::resource),
                    lifting("resources", "resource", Scenery::resource),
                    post(
                            "/coalitions/{coalition}/actions/{action}/reschedule",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/actions/" + s.action(s.home) + "/reschedule",
                                    "{\"starts\": \"" + s.freeDay() + "T10:00\"}")),
                    post(
                            "/coalitions/{coalition}/actions/{action}/cancel",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/actions/" + s.action(s.home) + "/cancel", "{\"message\": {\"en\": \"Rain\"}}")),
                    post(
                            "/coalitions/{coalition}/actions/{action}/permit",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/actions/" + s.action(s.home) + "/permit",
                                    "{\"state\": \"ASKED\", \"note\": {\"en\": \"LKA 541/18\"}}")),
                    post(
                            "/coalitions/{coalition}/cities/{city}/lead-time",
                            Kind.MEMBERSHIP,
                            s -> s.below(
                                    "/cities/madrid/lead-time", "{\"days\": " + s.days.incrementAndGet() % 365 + "}")),
                    get("/coalitions/{coalition}/permits/wanting", Kind.READ, s -> s.below("/permits/wanting", null)),
                    post(
                            "/coalitions/{coalition}/actions/{action}/join",
                            Kind.CHANGE,
                            s -> s.below("/actions/" + s.action(s.other) + "/join", null)),
                    post(
                            "/coalitions/{coalition}/actions/{action}/leave",
                            Kind.CHANGE,
                            s -> s.below("/actions/" + s.joinedAction() + "/leave", null)),
                    post("/coalitions/{coalition}/actions/{action}/acknowledge", Kind.CHANGE, Scenery::acknowledging),
                    found("seen", null),
                    found("acknowledge", "{\"reason\": {\"en\": \"Two squares\"}}"),
                    found("different", null),
                    get("/coalitions/{coalition}/actions/{action}/merge", Kind.READ, s -> {
                        var two = s.two();
                        return s.below("/actions/" + two.mine() + "/merge?with=" + two.theirs(), null);
                    }),
                    post("/coalitions/{coalition}/actions/{action}/merge", Kind.CHANGE, s -> s.merging(s.two(), "")),
                    post(
                            "/coalitions/{coalition}/actions/{action}/merge/agree",
                            Kind.CHANGE,
                            s -> s.merging(s.proposed(), "/agree")),
                    post(
                            "/coalitions/{coalition}/actions/{action}/merge/decline",
                            Kind.CHANGE,
                            s -> s.merging(s.proposed(), "/decline")),
                    post("/coalitions/{coalition}/actions/{action}/merge/undo", Kind.CHANGE, s -> {
                        var two = s.proposed();
                        s.made(s.home, "/actions/" + two.mine() + "/merge/agree", two.body());
                        s.test.rowsAreThere();
                        return s.merging(two, "/undo");
                    }),
                    post("/coalitions/{coalition}/synchronised", Kind.CHANGE, s -> s.below("/synchronised", s.call())),
                    post(
                            "/coalitions/{coalition}/synchronised/{synchronised}/cities",
                            Kind.CHANGE,
                            s -> s.below("/synchronised/" + s.called() + "/cities", "{\"city\": \"Madrid\"}")),
                    post(
                            "/coalitions/{coalition}/synchronised/{synchronised}/cities/{city}/withdraw",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/synchronised/" + s.calledWithCity() + "/cities/madrid/withdraw",
                                    "{\"message\": {\"en\": \"No\"}}")),
                    post(
                            "/coalitions/{coalition}/synchronised/{synchronised}/cities/{city}/report",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/synchronised/" + s.calledWithCity() + "/cities/madrid/report",
                                    "{\"actualStart\": \"2020-01-01T18:03:00Z\", \"turnout\": 40, \"media\": []}")),
                    get(
                            "/coalitions/{coalition}/synchronised/{synchronised}/cities",
                            Kind.READ,
                            s -> s.below("/synchronised/" + s.calledWithCity() + "/cities", null)),
                    get(
                            "/coalitions/{coalition}/synchronised/{synchronised}/coverage",
                            Kind.READ,
                            s -> s.below("/synchronised/" + s.calledWithCity() + "/coverage", null)),
                    post(
                            "/coalitions/{coalition}/synchronised/{synchronised}/ask",
                            Kind.CHANGE,
                            s -> s.below("/synchronised/" + s.called() + "/ask", "{\"all\": true}")),
                    post(
                            "/coalitions/{coalition}/synchronised/{synchronised}/answer",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/synchronised/" + s.called() + "/answer",
                                    "{\"response\": \"CANNOT\", \"message\": {\"en\": \"No\"}}")),
                    post(
                            "/coalitions/{coalition}/synchronised/{synchronised}/remind",
                            Kind.CHANGE,
                            s -> s.below("/synchronised/" + s.calledAndAsked() + "/remind", null)),
                    get(
                            "/coalitions/{coalition}/hashtags/check",
                            Kind.READ,
                            s -> s.below("/hashtags/check?tag=SaveGhouta", null)),
                    post(
                            "/coalitions/{coalition}/hashtags",
                            Kind.CHANGE,
                            s -> s.below("/hashtags", "{\"language\": \"en\", \"tag\": \"" + s.hashtag() + "\"}")),
                    post(
                            "/coalitions/{coalition}/hashtags/{hashtag}/retire",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/hashtags/" + s.registered() + "/retire", "{\"reason\": {\"en\": \"Over\"}}")),
                    post(
                            "/coalitions/{coalition}/hashtags/{hashtag}/revive",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/hashtags/" + s.made("/hashtags/" + s.registered() + "/retire", null) + "/revive",
                                    null)),
                    get(
                            "/coalitions/{coalition}/sessions/preparation",
                            Kind.READ,
                            s -> s.below("/sessions/preparation", null)),
                    post(
                            "/coalitions/{coalition}/sessions/import",
                            Kind.CHANGE,
                            s -> new Request(
                                    s.coalition,
                                    "/coalitions/" + s.coalition + "/sessions/import",
                                    "text/calendar",
                                    """
                                    BEGIN:VCALENDAR
                                    VERSION:2.0
                                    BEGIN:VEVENT
                                    UID:council
                                    SUMMARY:Council
                                    DTSTART:20300101T100000Z
                                    END:VEVENT
                                    END:VCALENDAR
                                    """)),
                    post("/coalitions/{coalition}/sessions", Kind.CHANGE, s -> s.below("/sessions", s.sitting())),
                    post(
                            "/coalitions/{coalition}/sessions/{session}/move",
                            Kind.CHANGE,
                            s -> s.below("/sessions/" + s.session() + "/move", s.sitting())),
                    post(
                            "/coalitions/{coalition}/sessions/{session}/cancel",
                            Kind.CHANGE,
                            s -> s.below("/sessions/" + s.session() + "/cancel", null)),
                    post(
                            "/coalitions/{coalition}/sessions/{session}/actions",
                            Kind.CHANGE,
                            s -> s.below(
                                    "/sessions/" + s.session() + "/actions",
                                    "{\"action\": \"" + s.action(s.home) + "\"}")),
                    post("/coalitions/{coalition}/resources", Kind.CHANGE, s -> s.below("/resources", s.offer())),
                    post(
                            "/coalitions/{coalition}/resources/{resource}/withdraw",
                            Kind.CHANGE,
                            s -> s.below("/resources/" + s.resource() + "/withdraw", null)),
                    post(
                            "/coalitions/{coalition}/resources/{resource}/bookings",
                            Kind.CHANGE,
                            s -> s.below("/resources/" + s.resource() + "/bookings", s.booking())),
                    new Endpoint(
                            "PUT",
                            CONTACT,
                            Kind.CHANGE,
                            s -> s.below("/resources/" + s.contact() + "/contact", "{\"who\": \"Rim\"}")),
                    new Endpoint(
                            "DELETE",
                            CONTACT,
                            Kind.CHANGE,
                            s -> s.below("/resources/" + s.contact() + "/contact", null)),
                    get(CONTACT, Kind.CONTACT, s -> s.below("/resources/" + s.contact() + "/contact", null)),
                    get(
                            CONTACT + "/readings",
                            Kind.READ,
                            s -> s.below("/resources/" + s.contact() + "/contact/readings", null)),
                    post(
                            CONTACT + "/read",
                            Kind.CHANGE,
                            s -> s.below("/resources/" + s.lentContact() + "/contact/read", null)),
                    booking("cancel"),
                    booking("return"),
                    get("/operations/projections", Kind.OPERATION, s -> s.in("/operations/projections", null)),
                    get(
                            "/operations/projections/{projection}/parked",
                            Kind.OPERATION,
                            s -> s.in("/operations/projections/tasks/parked", null)),
                    post(
                            "/operations/projections/{projection}/rebuild",
                            Kind.OPERATION,
                            s -> s.in("/operations/projections/tasks/rebuild", null)),
                    post(
                            "/operations/projections/{projection}/parked/{position}/retry",
                            Kind.OPERATION,
                            s -> s.in("/operations/projections/tasks/parked/0/retry", null)),
                    post(
                            "/operations/projections/{projection}/parked/{position}/skip",
                            Kind.OPERATION,
                            s -> s.in("/operations/projections/tasks/parked/0/skip", "{\"reason\": \"known\"}")))
            .collect(Collectors.toUnmodifiableMap(Endpoint::toString, endpoint -> endpoint));

    private final CoalitionServerTest test;
    private final AtomicInteger days = new AtomicInteger();

    public final Person home;
    public final Person member;
    public final Person auditor;
    public final Person other;
    /** Coordinates an organisation that watches the coalition without belonging to it. */
    public final Person observer;
    /** Coordinates an organisation that does not belong, and audits the coalition. */
    public final Person appointed;

    public final Person outsider;
    public final Person outsideAuditor;
    public final Person operator;
    public final CoalitionId coalition;

    public Scenery(CoalitionServerTest test) {
        this.test = test;
        var ours = test.organization();
        home = test.person(ours, Role.COORDINATOR);
        member = test.person(ours, Role.MEMBER);
        auditor = test.person(ours, Role.AUDITOR);
        other = test.coordinator();
        outsider = test.coordinator();
        outsideAuditor = test.person(outsider.organization(), Role.AUDITOR);
        operator = test.person(Account.INSTALLATION, Role.OPERATOR);
        coalition = test.coalition(ours, other.organization());
        observer = test.coordinator();
        test.carryOut(new AdmitObserver(coalition, observer.organization(), ours, test.now()), ours);
        appointed = test.coordinator();
        test.audits(appointed, coalition, ours, other.organization());
    }

    private static Endpoint get(String pattern, Kind kind, Function<Scenery, Request> example) {
        return new Endpoint("GET", pattern, kind, example);
    }

    private static Endpoint post(String pattern, Kind kind, Function<Scenery, Request> example) {
        return new Endpoint("POST", pattern, kind, example);
    }

    private static Endpoint task(String verb, Function<Scenery, String> task, @Nullable String body) {
        return post(
                "/coalitions/{coalition}/tasks/{task}/" + verb,
                Kind.CHANGE,
                s -> s.below("/tasks/" + task.apply(s) + "/" + verb, body));
    }

    private static Endpoint showing(String things, String thing, Function<Scenery, String> id) {
        return post(
                "/coalitions/{coalition}/" + things + "/{" + thing + "}/show",
                Kind.CHANGE,
                s -> s.below("/" + things + "/" + id.apply(s) + "/show", "{\"visibility\": {\"reach\": \"PUBLIC\"}}"));
    }

    private static Endpoint lifting(String things, String thing, Function<Scenery, String> id) {
        return post(
                "/coalitions/{coalition}/" + things + "/{" + thing + "}/lift-embargo",
                Kind.CHANGE,
                s -> s.below("/" + things + "/" + id.apply(s) + "/lift-embargo", null));
    }

    private static Endpoint booking(String verb) {
        return post("/coalitions/{coalition}/resources/{resource}/bookings/{booking}/" + verb, Kind.CHANGE, s -> {
            var resource = s.resource();
            return s.below(
                    "/resources/" + resource + "/bookings/"
                            + s.made("/resources/" + resource + "/bookings", s.booking()) + "/" + verb,
                    null);
        });
    }

    private String tokenOfHome() {
        var person = test.accounts.byLogin(home.login()).orElseThrow().person();
        var unused = Tokens.make(test.tokens, person);
        return test.tokens.ofPerson(person).getFirst().id();
    }

    private String feedOfHome() {
        var feed = new Feed(
                UUID.randomUUID().toString(),
                TokenSecret.hash(UUID.randomUUID().toString()),
                test.personId(home),
                coalition,
                Subject.COALITION,
                null,
                false,
                test.now(),
                null);
        test.feeds.add(feed);
        return feed.id();
    }

    private Request in(String path, @Nullable String body) {
        return new Request(coalition, path, JSON, body == null ? null : body.replace("PASSWORD", ServerTest.PASSWORD));
    }

    private Request below(String path, @Nullable String body) {
        return new Request(coalition, "/coalitions/" + coalition + path, JSON, body);
    }

    private String made(Person by, String path, @Nullable String body) {
        var whole = "/coalitions/" + coalition + path;
        return CoalitionServerTest.id(body == null ? by.post(whole) : by.post(whole, body));
    }

    private String made(String path, @Nullable String body) {
        return made(home, path, body);
    }

    /** A task that is there in the rows too. */
    private String task() {
        var task = made("/tasks", "{\"title\": {\"en\": \"Print\"}}");
        test.rowsAreThere();
        return task;
    }

    private String heldTask() {
        return made("/tasks/" + made("/tasks", "{\"title\": {\"en\": \"Print\"}}") + "/claim", null);
    }

    private String offeredTask() {
        var task = made("/tasks", "{\"title\": {\"en\": \"Print\"}}");
        made(other, "/tasks/" + task + "/claim", null);
        return made(other, "/tasks/" + task + "/hand-over", "{\"to\": \"" + home.organization() + "\"}");
    }

    private String freeDay() {
        return LocalDate.of(2030, 1, 1).plusDays(2L * days.incrementAndGet()).toString();
    }

    private String vigil(String day, String acknowledged) {
        return """
                {"title": {"en": "Vigil"}, "kind": "VIGIL", "city": "berlin", "starts": "%sT12:00", "ends": "%sT13:00",
                 "venue": {"name": {"ar": "ساحة"}, "latitude": 52.5, "longitude": 13.4}, "hashtags": ["ghouta"],
                 "acknowledged": %s}""".formatted(day, day, acknowledged);
    }

    private String action(Person by) {
        var action = made(by, "/actions", vigil(freeDay(), "[]"));
        test.rowsAreThere();
        return action;
    }

    private String joinedAction() {
        return made("/actions/" + action(other) + "/join", null);
    }

    private static Endpoint found(String saying, @Nullable String body) {
        return post("/coalitions/{coalition}/collisions/{collision}/" + saying, Kind.CHANGE, s -> {
            var day = s.freeDay();
            var earlier = s.made("/actions", s.vigil(day, "[]"));
            var later = s.made(s.other, "/actions", s.vigil(day, "[\"" + earlier + "\"]"));
            s.test.rowsAreThere(); // what is found by itself has been
            return s.below("/collisions/" + earlier + "+" + later + "/" + saying, body);
        });
    }

    private Request acknowledging() {
        var day = freeDay();
        var earlier = made("/actions", vigil(day, "[]"));
        var later = made(other, "/actions", vigil(day, "[\"" + earlier + "\"]"));
        test.rowsAreThere(); // what is found by itself has been
        return below("/actions/" + earlier + "/acknowledge", "{\"overlapping\": [\"" + later + "\"]}");
    }

    /** Two actions, each of somebody else. */
    private record Two(String mine, String theirs) {
        String body() {
            return "{\"with\": \"" + theirs + "\"}";
        }
    }

    private Two two() {
        return new Two(action(home), action(other));
    }

    /** By the other side. */
    private Two proposed() {
        var two = two();
        made(other, "/actions/" + two.mine() + "/merge", two.body());
        return two;
    }

    private Request merging(Two two, String last) {
        return below("/actions/" + two.mine() + "/merge" + last, two.body());
    }

    private String call() {
        return """
                {"title": {"en": "One hour"}, "kind": "VIGIL", "moment": {"localTime": "%sT18:00"}, "minutes": 60, "goal": 5,
                 "closes": "2031-01-01T00:00:00Z", "hashtags": []}""".formatted(freeDay());
    }

    private String called() {
        var call = made("/synchronised", call());
        test.rowsAreThere(); // what is read of it next is read from rows
        return call;
    }

    private String calledAndAsked() {
        var call = called();
        made("/synchronised/" + call + "/ask", "{\"all\": true}");
        return call;
    }

    private String calledWithCity() {
        var call = called();
        made("/synchronised/" + call + "/cities", "{\"city\": \"madrid\"}");
        return call;
    }

    private String hashtag() {
        return "SaveGhouta" + days.incrementAndGet();
    }

    private String registered() {
        return made("/hashtags", "{\"language\": \"en\", \"tag\": \"" + hashtag() + "\"}");
    }

    private String sitting() {
        return """
                {"body": {"en": "Human Rights Council"}, "title": {"en": "37th session"}, "place": {"en": "Geneva"},
                 "zone": "Europe/Zurich", "from": "2030-02-26T09:00", "until": "2030-03-23T17:00", "leadDays": 21}""";
    }

    private String session() {
        return made("/sessions", sitting());
    }

    private String offer() {
        return "{\"kind\": \"PEOPLE\", \"title\": {\"en\": \"Interpreters\"}, \"details\": {\"en\": \"Any\"}, \"quantity\": 9,"
                + " \"languages\": [\"ar\"], \"city\": \"berlin\"}";
    }

    private String resource() {
        return made("/resources", offer());
    }

    private String contact() {
        return contact(home);
    }

    /** Of whom something is written. */
    private String contact(Person owner) {
        var contact = made(
                owner, "/resources", "{\"kind\": \"CONTACT\", \"title\": {\"en\": \"A journalist\"}, \"quantity\": 9}");
        test.contacts.write(new ContactId(coalition, new ResourceId(contact)), "Rim");
        return contact;
    }

    /** One that another owns and that is lent to us now. */
    private String lentContact() {
        var contact = contact(other);
        made(
                "/resources/" + contact + "/bookings",
                "{\"quantity\": 1, \"from\": \"" + test.now().minusSeconds(60) + "\", \"until\": \""
                        + test.now().plusSeconds(3600) + "\", \"task\": \"" + task() + "\"}");
        return contact;
    }

    private String booking() {
        return """
                {"quantity": 1, "from": "2030-01-01T00:00:00Z", "until": "2030-01-02T00:00:00Z", "task": "%s"}""".formatted(task());
    }

    private Request invited(String answer) {
        var theirs = test.coalition(other.organization());
        var invitation = new InvitationId(UUID.randomUUID().toString());
        test.carryOut(
                new InviteOrganization(theirs, invitation, home.organization(), other.organization(), test.now()),
                other.organization());
        return new Request(theirs, "/coalitions/" + theirs + "/invitations/" + invitation + "/" + answer, JSON, null);
    }

    private Request asked(String answer) {
        OrganizationId asking = test.organization();
        var request = new JoinRequestId(UUID.randomUUID().toString());
        test.carryOut(new AskToJoin(coalition, request, asking, Text.of("en", "Please"), test.now()), asking);
        return below("/join-requests/" + request + "/" + answer, null);
    }

    private Request joined(String path) {
        var theirs = test.coalition(other.organization(), home.organization());
        return new Request(theirs, "/coalitions/" + theirs + path, JSON, null);
    }

    private Request seconding() {
        var third = test.coordinator().organization();
        var theirs = test.coalition(other.organization(), home.organization(), third);
        test.carryOut(
                new ProposeRemoval(theirs, third, other.organization(), Text.of("en", "Why"), test.now()),
                other.organization());
        return new Request(
                theirs,
                "/coalitions/" + theirs + "/members/" + third + "/removal/second",
                JSON,
                "{\"proposedBy\": \"" + other.organization() + "\"}");
    }

    private String soon() {
        return test.now().plus(Duration.ofDays(30)).toString();
    }

    /** Somebody whom this organisation proposes as an auditor. */
    private String proposed(Person by) {
        var person = new PersonId("person-" + UUID.randomUUID());
        test.carryOut(
                new ProposeAuditor(
                        coalition, person, test.now().plus(Duration.ofDays(30)), by.organization(), test.now()),
                by.organization());
        return person.value();
    }

    private Request secondingAuditor() {
        var person = new PersonId("person-" + UUID.randomUUID());
        var theirs = test.coalition(other.organization(), home.organization());
        var until = test.now().plus(Duration.ofDays(30));
        test.carryOut(
                new ProposeAuditor(theirs, person, until, other.organization(), test.now()), other.organization());
        return new Request(
                theirs,
                "/coalitions/" + theirs + "/auditors/" + person + "/second",
                JSON,
                "{\"proposedBy\": \"%s\", \"until\": \"%s\"}".formatted(other.organization(), until));
    }

    private Request secondingRules() {
        var theirs = test.coalition(other.organization(), home.organization());
        test.carryOut(new ProposeRules(theirs, RULES, other.organization(), test.now()), other.organization());
        return new Request(
                theirs,
                "/coalitions/" + theirs + "/rules/second",
                JSON,
                "{\"proposedBy\": \"%s\", \"digest\": \"%s\"}".formatted(other.organization(), RulesDigest.of(RULES)));
    }

    private String watching() {
        var organization = test.organization();
        test.carryOut(new AdmitObserver(coalition, organization, home.organization(), test.now()), home.organization());
        return organization.value();
    }

    private Request twoStewards(String path) {
        var both = joined(path);
        test.carryOut(
                new AppointSteward(both.coalition(), home.organization(), other.organization(), test.now()),
                other.organization());
        return both;
    }
}
