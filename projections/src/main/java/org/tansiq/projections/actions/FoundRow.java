package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.actions.Ground;
import org.tansiq.domain.actions.Relation;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * What was found of two actions and what was said of it, kept while they do not meet too: it comes back when they do.
 *
 * @param id {@code <one>+<other>}, in the order of the alphabet
 */
public record FoundRow(
        String id,
        String coalition,
        String one,
        String other,
        @Nullable Judgement judgement,
        List<String> seenBy,
        List<Said> acknowledged,
        @Nullable Said different)
        implements Row {
    /**
     * What the matcher found.
     *
     * @param score from 0 to 100
     * @param position in the log; about what stood where it stood then
     */
    public record Judgement(Relation relation, int score, List<Ground> grounds, long position) {
        public Judgement {
            grounds = List.copyOf(grounds);
        }
    }

    /** What an organiser said, and why. */
    public record Said(String by, Text reason, Instant at) {
        Said withoutReason() {
            return new Said(by, new Text(Map.of()), at);
        }
    }

    public FoundRow {
        seenBy = List.copyOf(seenBy);
        acknowledged = List.copyOf(acknowledged);
    }

    static FoundRow nothing(FindingId id) {
        return new FoundRow(
                id.pair(),
                id.coalition().value(),
                id.one().value(),
                id.other().value(),
                null,
                List.of(),
                List.of(),
                null);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition), key("action", one), key("action", other));
    }

    FoundRow judged(Judgement now) {
        return new FoundRow(id, coalition, one, other, now, seenBy, acknowledged, different);
    }

    FoundRow seen(OrganizationId by) {
        var all = new ArrayList<>(seenBy);
        if (!all.contains(by.value())) {
            all.add(by.value());
        }
        return new FoundRow(id, coalition, one, other, judgement, all, acknowledged, different);
    }

    /** Instead of what they said before. */
    FoundRow acknowledged(Said said) {
        var all = new ArrayList<>(acknowledged);
        all.removeIf(before -> before.by().equals(said.by()));
        all.add(said);
        return new FoundRow(id, coalition, one, other, judgement, seenBy, all, different);
    }

    FoundRow different(Said said) {
        return new FoundRow(id, coalition, one, other, judgement, seenBy, acknowledged, said);
    }
}
