package org.tansiq.gateway.members;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;
import org.tansiq.projections.shared.Keys;

/** The coalitions that an organisation belongs to, is invited to, or has asked to join. */
@Component
public class MyCoalitions {
    /** @param purpose nothing for one who only asked to join: the name is not theirs to see either, until admitted */
    public record Mine(
            String id,
            @Nullable Text name,
            @Nullable Text purpose,
            Standing standing,
            @Nullable String invitation) {}

    private final Views views;

    MyCoalitions(Views views) {
        this.views = views;
    }

    /** Those that it is a member of. */
    public List<Mine> joined(SignedIn me) {
        return of(me).stream()
                .filter(one -> one.standing() == Standing.MEMBER || one.standing() == Standing.STEWARD)
                .toList();
    }

    List<Mine> of(SignedIn me) {
        return views.find(MembersProjection.MEMBERS, Keys.key(Tags.ORGANIZATION, me.organization())).stream()
                .filter(row -> me.mayKnow(new CoalitionId(row.coalition())))
                .map(row -> {
                    var coalition = row.standing() == Standing.REQUESTED
                            ? null
                            : views.get(MembersProjection.COALITIONS, row.coalition())
                                    .orElse(null);
                    return new Mine(
                            row.coalition(),
                            coalition == null ? null : coalition.name(),
                            coalition == null ? null : coalition.purpose(),
                            row.standing(),
                            row.invitation());
                })
                .toList();
    }
}
