package org.tansiq.gateway.members;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.members.JoinRequestId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.Latest;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.OrganizationRow;
import org.tansiq.projections.shared.Keys;

/** Finds organisations by what people know of them. There is no list of all: who is here is nobody's business. */
@Component
public class Directory {
    private final Views views;
    private final Latest latest;

    Directory(Views views, Latest latest) {
        this.views = views;
        this.latest = latest;
    }

    /** By id, or by the exact name in any language, however it is spelled; a name that two bear finds neither. */
    public OrganizationId organization(String field, @Nullable String idOrName) {
        var wanted = Fields.required(field, idOrName);
        Limits.line(field, wanted);
        return latest.find(MembersProjection.ORGANIZATIONS, () -> known(wanted))
                .map(row -> new OrganizationId(row.id()))
                .orElseThrow(() -> new NotFound("organization", wanted, field));
    }

    private Optional<OrganizationRow> known(String idOrName) {
        return views.get(MembersProjection.ORGANIZATIONS, idOrName).or(() -> {
            var named = named(idOrName);
            return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        });
    }

    public List<OrganizationRow> named(String name) {
        return views.find(MembersProjection.ORGANIZATIONS, Keys.key("name", Folding.fold(name)));
    }

    /** What an organisation is called; its id if it is not known. */
    public Text name(String organization) {
        return views.get(MembersProjection.ORGANIZATIONS, organization)
                .map(OrganizationRow::name)
                .orElseGet(() -> Text.of("en", organization));
    }

    OrganizationId whoAsked(CoalitionId coalition, JoinRequestId request) {
        return latest.find(
                        MembersProjection.MEMBERS,
                        () -> views.find(MembersProjection.MEMBERS, Keys.key("request", request)).stream()
                                .filter(row -> row.coalition().equals(coalition.value()))
                                .findFirst())
                .map(row -> new OrganizationId(row.organization()))
                .orElseThrow(() -> new NotFound("join-request", request));
    }

    /** The invitation that is open, or that it came in by. */
    Optional<String> invitation(CoalitionId coalition, OrganizationId organization) {
        return row(coalition, organization).map(MemberRow::invitation);
    }

    /** The request that is open, or that it came in by. */
    Optional<String> joinRequest(CoalitionId coalition, OrganizationId organization) {
        return row(coalition, organization).map(MemberRow::request);
    }

    private Optional<MemberRow> row(CoalitionId coalition, OrganizationId organization) {
        return views.get(MembersProjection.MEMBERS, new MembershipId(coalition, organization).toString());
    }
}
