package org.tansiq.projections.members;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.tansiq.projections.shared.Keys.key;

import java.util.Set;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/** A registered organisation; found by its name in any of its languages, however that is spelled. */
public record OrganizationRow(String id, Text name) implements Row {
    @Override
    public Set<String> keys() {
        return name.in().values().stream()
                .map(written -> key("name", Folding.fold(written)))
                .collect(toUnmodifiableSet());
    }
}
