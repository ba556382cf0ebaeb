package org.tansiq.gateway.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.sessions.AnnounceSession;
import org.tansiq.domain.sessions.CancelSession;
import org.tansiq.domain.sessions.MoveSession;
import org.tansiq.domain.sessions.SessionId;
import org.tansiq.domain.sessions.Sitting;
import org.tansiq.domain.sessions.TimeToSession;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Mentioned;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.sessions.SessionCalendar;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** Sessions of international bodies over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionsApi {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Desk desk;
    private final Access access;
    private final Mentioned mentioned;
    private final Sights sights;
    private final Views views;

    SessionsApi(Desk desk, Access access, Mentioned mentioned, Sights sights, Views views) {
        this.desk = desk;
        this.access = access;
        this.mentioned = mentioned;
        this.sights = sights;
        this.views = views;
    }

    /**
     * A session.
     *
     * @param zone of the place, such as {@code Europe/Zurich}; UTC unless said
     * @param from what the clocks show there; so {@code until}
     * @param leadDays how long before it something must be prepared; not for one that moves
     */
    record SessionFields(
            @Nullable Map<String, @Nullable String> body,
            @Nullable Map<String, @Nullable String> title,
            @Nullable Map<String, @Nullable String> place,
            @Nullable String zone,
            @Nullable String from,
            @Nullable String until,
            @Nullable Integer leadDays) {
        Sitting sitting() {
            var where = Fields.zone("zone", zone == null || zone.isBlank() ? "UTC" : zone);
            return new Sitting(
                    Fields.text(body),
                    Fields.text(title),
                    Fields.text(place),
                    where,
                    instant(Fields.localTime("from", from), where),
                    instant(Fields.localTime("until", until), where));
        }

        private static Instant instant(LocalDateTime local, ZoneId zone) {
            return local.atZone(zone).toInstant();
        }
    }

    record Cancelling(@Nullable Map<String, @Nullable String> message) {}

    record Timed(@Nullable String action) {}

    /**
     * What is prepared for a session, as far as its reader sees it.
     *
     * @param due when something must be prepared
     * @param lacks whether that is past and nothing is
     * @param tasks for those actions that are not done yet
     */
    record Preparation(String session, Instant due, boolean lacks, List<String> actions, List<String> tasks) {
        static Preparation of(Prepared prepared) {
            return new Preparation(
                    prepared.session().id(),
                    prepared.session().due(),
                    prepared.lacks(),
                    prepared.actions().stream().map(ActionRow::id).toList(),
                    prepared.tasks().stream().map(TaskRow::id).toList());
        }
    }

    /** Every session with what is prepared for it at this moment, those that lack something first. */
    @GetMapping("/preparation")
    List<Preparation> preparation(@CurrentAccount SignedIn me, @PathVariable CoalitionId coalition) {
        var reader = access.reads(me, coalition, PublishedView.SESSIONS);
        var position = views.position(SessionCalendar.SESSIONS);
        views.await(TaskBoard.TASKS, position, PATIENCE);
        views.await(Calendar.ACTIONS, position, PATIENCE);
        var key = Keys.key(Tags.COALITION, coalition);
        var sessions = views.find(SessionCalendar.SESSIONS, key);
        var tasks = views.find(TaskBoard.TASKS, key);
        var actions = views.find(Calendar.ACTIONS, key);
        var sight = sights.of(reader, coalition, position);
        var seen = sight.rows(actions).stream().collect(Collectors.toMap(ActionRow::id, Function.identity()));
        var open = sight.rows(tasks);
        return sight.rows(sessions).stream()
                .map(session -> Prepared.of(session, seen, open, desk.now()))
                .sorted(Prepared.order())
                .map(Preparation::of)
                .toList();
    }

    @PostMapping
    ResponseEntity<Answer> announce(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody SessionFields body) {
        var by = access.acts(me, coalition);
        var id = desk.newId(me, SessionId::new);
        return desk.created(
                me,
                new AnnounceSession(
                        coalition, id, by, body.sitting(), Fields.required("leadDays", body.leadDays()), desk.now()),
                id);
    }

    @PostMapping("/{session}/move")
    ResponseEntity<Answer> move(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SessionId session,
            @RequestBody SessionFields body) {
        var by = access.acts(me, coalition);
        return desk.done(me, new MoveSession(coalition, session, by, body.sitting(), desk.now()), session);
    }

    @PostMapping("/{session}/cancel")
    ResponseEntity<Answer> cancel(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SessionId session,
            @RequestBody(required = false) @Nullable Cancelling body) {
        var by = access.acts(me, coalition);
        var message = Fields.text(body == null ? null : body.message());
        return desk.done(me, new CancelSession(coalition, session, by, message, desk.now()), session);
    }

    @PostMapping("/{session}/actions")
    ResponseEntity<Answer> time(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SessionId session,
            @RequestBody Timed body) {
        var by = access.acts(me, coalition);
        var action = mentioned.action(me, coalition, Fields.id("action", body.action(), ActionId::new));
        return desk.done(me, new TimeToSession(coalition, session, by, action, desk.now()), session);
    }
}
