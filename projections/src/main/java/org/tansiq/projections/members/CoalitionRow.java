package org.tansiq.projections.members;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Set;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/** A coalition, as its founder described it. */
public record CoalitionRow(String id, Text name, Text purpose, String founder, Instant founded) implements Row {
    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", id));
    }
}
