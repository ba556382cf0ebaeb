package org.tansiq.gateway.shared;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sight;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.View;

/**
 * Reads views. Rows go out as they are kept, their texts opened. Every answer says the position that its rows have reached
 * ({@code Tansiq-Position}); a request may ask to be answered not before a position ({@code Tansiq-After}, waits at most
 * 2 s), so that everybody reads what they wrote. With a position or an instant it answers as it would have done then.
 */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}", produces = MediaType.APPLICATION_JSON_VALUE)
class ViewsApi {
    private static final int CHANGES_MAX = 1_000;
    private static final String NAMES =
            "members|auditors|tasks|actions|collisions|synchronised|cities|answers|resources|hashtags|sessions|permits|lead-times";

    private static final String PAST = """
            With `position` or `at`, of which one may be given: as it was then, folded from the coalition's events.

            `position=N` is the state after the event of the log at N; -1 is before the first. `at` is an instant with its \
            offset (`2018-02-24T12:00Z`) and means the position of the last event of the coalition that was recorded at it \
            or before. Clocks of servers differ: all events that lie before that one count, whatever their times are.

            The header `Tansiq-Position` says which position it was. Whoever may read the coalition now may read how it \
            was, less what they may not see today. Only a few such requests are answered at a time; 503 `too-many-replays` says when to try again.""";

    private final Views views;
    private final Access access;
    private final Latest latest;
    private final AsItWas asItWas;
    private final Sights sights;

    ViewsApi(Views views, Access access, Latest latest, AsItWas asItWas, Sights sights) {
        this.views = views;
        this.access = access;
        this.latest = latest;
        this.asItWas = asItWas;
        this.sights = sights;
    }

    @GetMapping("/{view:" + NAMES + "}")
    @Operation(summary = "All rows of a view, as they are or as they were", description = PAST)
    ResponseEntity<String> all(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String view,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String position,
            @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long after) {
        var published = reached(view, after);
        var reader = opens(me, coalition, published, at, position);
        var past = asItWas.position(coalition, at, position);
        if (past.isPresent()) {
            var was = asItWas.rows(published.view(), coalition, past.getAsLong());
            var sight = sights.of(reader, coalition, past.getAsLong());
            return answer(past.getAsLong(), array(sight.rows(was).stream().map(Json::write)));
        }
        var now = views.position(published.view());
        var rows = views.stored(published.view(), key(coalition));
        var sight = sights.of(reader, coalition, now);
        return answer(now, array(rows.stream().flatMap(row -> sight.json(published.view(), row).stream())));
    }

    @GetMapping("/{view:" + NAMES + "}/{id}")
    @Operation(summary = "One row of a view, as it is or as it was", description = PAST)
    ResponseEntity<String> one(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String view,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String position,
            @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long after) {
        var published = reached(view, after);
        var reader = opens(me, coalition, published, at, position);
        var row = published.rowId(coalition, id);
        var past = asItWas.position(coalition, at, position);
        if (past.isPresent()) {
            var was = asItWas.row(published.view(), coalition, row, past.getAsLong());
            var sight = sights.of(reader, coalition, past.getAsLong());
            return answer(
                    past.getAsLong(),
                    was.flatMap(sight::row).map(Json::write).orElseThrow(() -> published.unknown(id)));
        }
        var now = views.position(published.view());
        var stored = views.stored(published.view(), key(coalition), row);
        var sight = sights.of(reader, coalition, now);
        return answer(
                now,
                stored.flatMap(found -> sight.json(published.view(), found)).orElseThrow(() -> published.unknown(id)));
    }

    /**
     * At most 1,000 changes after a position, in order; the position of the last one is where to go on.
     *
     * @param after -1 for all there are
     */
    @GetMapping("/{view:" + NAMES + "}/changes")
    ResponseEntity<String> changes(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String view,
            @RequestParam long after) {
        var published = reached(view, null);
        var from = Fields.position("after", after);
        var reader = published == PublishedView.MEMBERS
                ? access.reads(me, coalition) // that a row has gone tells of one who did not belong
                : access.reads(me, coalition, published);
        var position = views.position(published.view());
        var sight = sights.of(reader, coalition, position);
        return answer(position, array(changes(published.view(), coalition, from, position, sight)));
    }

    /** As many as may be given: those that are not for the reader are passed over, and others come in their place. */
    private Stream<String> changes(View<?> view, CoalitionId coalition, long from, long until, Sight sight) {
        var seen = new ArrayList<String>();
        var after = from;
        while (true) {
            var page = views.changes(view, key(coalition), after, CHANGES_MAX);
            for (var row : page) {
                if (row.position() > until || seen.size() == CHANGES_MAX) {
                    return seen.stream();
                }
                RowChange.of(view, row, sight).ifPresent(seen::add);
                after = row.position();
            }
            if (page.size() < CHANGES_MAX) {
                return seen.stream();
            }
        }
    }

    private Reader opens(
            SignedIn me, CoalitionId coalition, PublishedView view, @Nullable String at, @Nullable String position) {
        return at == null && position == null ? access.reads(me, coalition, view) : access.reads(me, coalition);
    }

    private PublishedView reached(String view, @Nullable Long after) {
        var published = PublishedView.named(view).orElseThrow(() -> new NotFound("view", view));
        latest.reached(published.view(), after);
        return published;
    }

    private static String key(CoalitionId coalition) {
        return Keys.key(Tags.COALITION, coalition);
    }

    private static String array(Stream<String> rows) {
        return rows.collect(Collectors.joining(",", "[", "]"));
    }

    private static ResponseEntity<String> answer(long position, String json) {
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(position))
                .body(json);
    }
}
