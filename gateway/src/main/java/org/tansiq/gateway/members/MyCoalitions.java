package org.tansiq.gateway.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;
import org.tansiq.projections.shared.Keys;

/** The coalitions that an organisation belongs to, watches, is invited to, or has asked to join, and those that a person audits. */
@Component
public class MyCoalitions {
    /** @param purpose nothing for one who only asked to join: the name is not theirs to see either, until admitted */
    public record Mine(
            String id,
            @Nullable Text name,
            @Nullable Text purpose,
            Standing standing,
            @Nullable String invitation) {
        public boolean isRead() {
            return standing != Standing.INVITED && standing != Standing.REQUESTED;
        }

        /** Whether the organisation has an invitation to answer. */
        public boolean isInvited() {
            return invitation != null && !standing.belongs();
        }
    }

    private final Views views;
    private final Access access;

    MyCoalitions(Views views, Access access) {
        this.views = views;
        this.access = access;
    }

    /** Those of which one may read something. */
    public List<Mine> read(SignedIn me) {
        return of(me).stream().filter(Mine::isRead).toList();
    }

    /** A person who audits a coalition has it here as well. */
    List<Mine> of(SignedIn me) {
        var rows = new LinkedHashMap<String, Optional<MemberRow>>();
        views.find(MembersProjection.MEMBERS, Keys.key(Tags.ORGANIZATION, me.organization()))
                .forEach(row -> rows.put(row.coalition(), Optional.of(row)));
        views.find(MembersProjection.AUDITORS, Keys.key("person", me.person()))
                .forEach(row -> rows.putIfAbsent(row.coalition(), Optional.empty()));
        return rows.entrySet().stream()
                .filter(one -> me.mayKnow(new CoalitionId(one.getKey())))
                .flatMap(one -> mine(me, one.getKey(), one.getValue()).stream())
                .toList();
    }

    private Optional<Mine> mine(SignedIn me, String id, Optional<MemberRow> row) {
        return access.reader(me, new CoalitionId(id))
                .map(Reader::standing)
                .or(() -> row.map(MemberRow::standing))
                .map(standing -> {
                    var coalition = standing == Standing.REQUESTED
                            ? null
                            : views.get(MembersProjection.COALITIONS, id).orElse(null);
                    return new Mine(
                            id,
                            coalition == null ? null : coalition.name(),
                            coalition == null ? null : coalition.purpose(),
                            standing,
                            row.map(MemberRow::invitation).orElse(null));
                });
    }
}
