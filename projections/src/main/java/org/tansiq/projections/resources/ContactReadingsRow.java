package org.tansiq.projections.resources;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tansiq.projections.shared.Row;

/**
 * How often, by whom and when others were told who a contact is. For its owner's eyes alone.
 *
 * @param id of the resource
 * @param total how often since it was offered
 * @param last the latest first, at most {@value ContactReadings#LAST_MAX}
 * @param upTo position of the last event that is counted
 */
public record ContactReadingsRow(
        String id, String coalition, String owner, int total, List<ContactReadingsRow.Reading> last, long upTo)
        implements Row {
    public record Reading(String by, Instant at) {}

    public ContactReadingsRow {
        last = List.copyOf(last);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition), key("owner", owner));
    }
}
