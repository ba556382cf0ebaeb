package org.tansiq.gateway.members;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tansiq.domain.members.JoinRequestId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.OrganizationRow;
import org.tansiq.projections.shared.Keys;

/** Finds organisations by what people know of them. There is no list of all: who is here is nobody's business. */
@Component
public class Directory {
    private final Views views;

    Directory(Views views) {
        this.views = views;
    }

    /** By id, or by the exact name in any language; a name that two bear finds neither. */
    public OrganizationId organization(String idOrName) {
        var byId = views.get(MembersProjection.ORGANIZATIONS, idOrName);
        if (byId.isPresent()) {
            return new OrganizationId(byId.get().id());
        }
        var named = named(idOrName);
        if (named.size() != 1) {
            throw new NotFound("organization", idOrName);
        }
        return new OrganizationId(named.getFirst().id());
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
        return views.find(MembersProjection.MEMBERS, Keys.key("request", request)).stream()
                .filter(row -> row.coalition().equals(coalition.value()))
                .map(row -> new OrganizationId(row.organization()))
                .findFirst()
                .orElseThrow(() -> new NotFound("join-request", request));
    }
}
