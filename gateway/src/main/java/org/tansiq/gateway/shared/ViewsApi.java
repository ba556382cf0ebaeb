package org.tansiq.gateway.shared;

import io.swagger.v3.oas.annotations.Operation;
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
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.shared.Keys;

/**
 * Reads views. Rows go out as they are kept, their texts opened. Every answer says the position that its rows have reached
 * ({@code Tansiq-Position}); a request may ask to be answered not before a position ({@code Tansiq-After}, waits at most
 * 2 s), so that everybody reads what they wrote. With a position or an instant it answers as it would have done then.
 */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}", produces = MediaType.APPLICATION_JSON_VALUE)
class ViewsApi {
    private static final int CHANGES_MAX = 1_000;
    private static final String NAMES = "members|tasks|actions|collisions|synchronised|resources";

    private static final String PAST = """
            With `position` or `at`, of which one may be given: as it was then, folded from the coalition's events.

            `position=N` is the state after the event of the log at N; -1 is before the first. `at` is an instant with its \
            offset (`2018-02-24T12:00Z`) and means the position of the last event of the coalition that was recorded at it \
            or before. Clocks of servers differ: all events that lie before that one count, whatever their times are.

            The header `Tansiq-Position` says which position it was. Whoever may read the coalition now may read how it \
            was. Only a few such requests are answered at a time; 503 `too-many-replays` says when to try again.""";

    private final Views views;
    private final Access access;
    private final Latest latest;
    private final AsItWas asItWas;

    ViewsApi(Views views, Access access, Latest latest, AsItWas asItWas) {
        this.views = views;
        this.access = access;
        this.latest = latest;
        this.asItWas = asItWas;
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
        access.reads(me, coalition);
        var past = asItWas.position(coalition, at, position);
        if (past.isPresent()) {
            return answer(
                    past.getAsLong(), array(asItWas.json(published.view(), coalition, past.getAsLong()).stream()));
        }
        var now = views.position(published.view());
        return answer(
                now,
                array(views.stored(published.view(), key(coalition)).stream().map(StoredRow::json)));
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
        access.reads(me, coalition);
        var row = published.rowId(coalition, id);
        var past = asItWas.position(coalition, at, position);
        if (past.isPresent()) {
            return answer(
                    past.getAsLong(),
                    asItWas.json(published.view(), coalition, row, past.getAsLong())
                            .orElseThrow(() -> published.unknown(id)));
        }
        var now = views.position(published.view());
        return answer(
                now,
                views.stored(published.view(), key(coalition), row)
                        .orElseThrow(() -> published.unknown(id))
                        .json());
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
        access.reads(me, coalition);
        var position = views.position(published.view());
        return answer(
                position,
                array(views.changes(published.view(), key(coalition), from, CHANGES_MAX).stream()
                        .map(RowChange::of)));
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
