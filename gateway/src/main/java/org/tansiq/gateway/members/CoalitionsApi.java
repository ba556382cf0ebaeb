package org.tansiq.gateway.members;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Latest;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;

/** Which coalitions there are, for whoever asks. */
@RestController
@RequestMapping(path = "/api/v1/coalitions", produces = MediaType.APPLICATION_JSON_VALUE)
class CoalitionsApi {
    private final MyCoalitions mine;
    private final Access access;
    private final Views views;
    private final Latest latest;

    CoalitionsApi(MyCoalitions mine, Access access, Views views, Latest latest) {
        this.mine = mine;
        this.access = access;
        this.views = views;
        this.latest = latest;
    }

    record Coalition(
            String id,
            @Nullable Map<String, String> name,
            @Nullable Map<String, String> purpose,
            Standing standing,
            @Nullable String invitation) {}

    @GetMapping
    List<Coalition> mine(
            @CurrentAccount SignedIn me, @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long after) {
        latest.reached(MembersProjection.MEMBERS, after);
        return mine.of(me).stream()
                .map(one ->
                        new Coalition(one.id(), in(one.name()), in(one.purpose()), one.standing(), one.invitation()))
                .toList();
    }

    @GetMapping("/{coalition}")
    Coalition one(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long after) {
        latest.reached(MembersProjection.MEMBERS, after);
        var standing = access.readsName(me, coalition).standing();
        var row = views.get(MembersProjection.COALITIONS, coalition.value()).orElseThrow();
        return new Coalition(row.id(), in(row.name()), in(row.purpose()), standing, null);
    }

    private static @Nullable Map<String, String> in(@Nullable Text text) {
        return text == null ? null : text.in();
    }
}
