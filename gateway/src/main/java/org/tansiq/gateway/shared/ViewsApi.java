package org.tansiq.gateway.shared;

import java.util.stream.Collectors;
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
 * Reads views. Rows go out as they are kept. Every answer says the position that its rows have reached
 * ({@code Tansiq-Position}); a request may ask to be answered not before a position ({@code Tansiq-After}, waits at most
 * 2 s), so that everybody reads what they wrote.
 */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}", produces = MediaType.APPLICATION_JSON_VALUE)
class ViewsApi {
    private static final int CHANGES_MAX = 1_000;
    private static final String NAMES = "members|tasks|actions|collisions|synchronised|resources";

    private final Views views;
    private final Access access;
    private final Latest latest;

    ViewsApi(Views views, Access access, Latest latest) {
        this.views = views;
        this.access = access;
        this.latest = latest;
    }

    @GetMapping("/{view:" + NAMES + "}")
    ResponseEntity<String> all(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String view,
            @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long after) {
        var published = reached(view, after);
        access.reads(me, coalition);
        var position = views.position(published.view());
        return answer(
                position,
                views.stored(published.view(), key(coalition)).stream()
                        .map(StoredRow::json)
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @GetMapping("/{view:" + NAMES + "}/{id}")
    ResponseEntity<String> one(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String view,
            @PathVariable String id,
            @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long after) {
        var published = reached(view, after);
        access.reads(me, coalition);
        var position = views.position(published.view());
        return answer(
                position,
                views.stored(published.view(), key(coalition), published.rowId(coalition, id))
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
                views.changes(published.view(), key(coalition), from, CHANGES_MAX).stream()
                        .map(RowChange::of)
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private PublishedView reached(String view, @Nullable Long after) {
        var published = PublishedView.named(view).orElseThrow(() -> new NotFound("view", view));
        latest.reached(published.view(), after);
        return published;
    }

    private static String key(CoalitionId coalition) {
        return Keys.key(Tags.COALITION, coalition);
    }

    private static ResponseEntity<String> answer(long position, String json) {
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(position))
                .body(json);
    }
}
