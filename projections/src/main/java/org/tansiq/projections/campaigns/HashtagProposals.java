package org.tansiq.projections.campaigns;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tansiq.domain.campaigns.HashtagSpelling;
import org.tansiq.projections.campaigns.HashtagRow.State;

/**
 * What a coalition would have written where somebody gave a variant of a hashtag of its own. Those in use come before those
 * that were retired; a retired one comes before one that is new. For one answer, and one thread.
 */
public final class HashtagProposals {
    private static final Comparator<HashtagRow> FIRST = Comparator.comparing(HashtagRow::state)
            .thenComparing(HashtagRow::since)
            .thenComparing(HashtagRow::id);

    private final List<Known> registry;
    private final Map<String, Optional<HashtagProposal>> found = new HashMap<>();

    private record Known(HashtagRow row, HashtagSpelling spelling) {}

    private HashtagProposals(List<Known> registry) {
        this.registry = registry;
    }

    public static HashtagProposals among(List<HashtagRow> registry) {
        return new HashtagProposals(registry.stream()
                .sorted(FIRST)
                .map(row -> new Known(row, HashtagSpelling.of(row.tag())))
                .toList());
    }

    /** One to a tag at most, in their order. */
    public List<HashtagProposal> of(List<String> given) {
        return given.stream()
                .distinct()
                .flatMap(tag -> found.computeIfAbsent(tag, this::of).stream())
                .toList();
    }

    private Optional<HashtagProposal> of(String given) {
        if (has(given, State.REGISTERED)) {
            return Optional.empty();
        }
        var spelling = HashtagSpelling.of(given);
        return registry.stream()
                .filter(known -> known.spelling().isVariantOf(spelling))
                .findFirst()
                .map(Known::row)
                // whoever writes just as the coalition once did is told only of what took its place
                .filter(row -> row.state() == State.REGISTERED || !has(given, State.RETIRED))
                .map(row -> new HashtagProposal(given, row.tag(), row.language(), row.state()));
    }

    private boolean has(String tag, State state) {
        return registry.stream()
                .map(Known::row)
                .anyMatch(row -> row.state() == state && row.tag().equals(tag));
    }
}
