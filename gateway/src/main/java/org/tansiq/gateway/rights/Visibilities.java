package org.tansiq.gateway.rights;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.domain.shared.Visibility.Reach;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.shared.Fields;

/** Reads from a request who may see something. */
@Component
public class Visibilities {
    private final Directory directory;

    Visibilities(Directory directory) {
        this.directory = directory;
    }

    /** What is not said is for the coalition. */
    public Visibility of(String field, @Nullable VisibilityFields fields) {
        if (fields == null) {
            return Visibility.COALITION;
        }
        var reach =
                fields.reach() == null ? Reach.COALITION : Fields.choice(field + ".reach", Reach.class, fields.reach());
        var named = new LinkedHashSet<OrganizationId>();
        for (var organization : Fields.list(field + ".named", fields.named())) {
            named.add(directory.organization(field + ".named", organization));
        }
        return new Visibility(reach, named, Fields.instantIfAny(field + ".embargo", fields.embargo()));
    }
}
