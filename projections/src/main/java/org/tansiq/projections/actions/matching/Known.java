package org.tansiq.projections.actions.matching;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Text;

/**
 * A candidate, read once so that it can be compared often.
 *
 * @param place in the {@link Atlas}, if the venue is there
 */
record Known(
        Candidate candidate,
        List<VenueName> venueNames,
        @Nullable Integer place,
        List<Words> titles,
        Set<String> organizers) {
    private static final Pattern SPACE = Pattern.compile(" ");

    static Known of(Candidate candidate) {
        var silent = wordsOf(candidate.town());
        var names = names(candidate.venue(), silent, candidate.town().country());
        return new Known(
                candidate,
                names,
                Atlas.BUILT_IN.placeOf(candidate.town(), names),
                texts(candidate.title()).stream()
                        .map(title -> Words.of(title, silent))
                        .toList(),
                candidate.organizers().stream()
                        .map(Folding::fold)
                        .filter(name -> !name.isEmpty())
                        .collect(toUnmodifiableSet()));
    }

    static List<VenueName> names(Venue venue, Set<String> silent, String country) {
        return texts(venue.name()).stream()
                .map(name -> VenueName.of(name, silent, country))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Texts that were erased are equal, and need not have been. */
    private static List<String> texts(Text text) {
        return text.equals(Text.ERASED) ? List.of() : List.copyOf(text.in().values());
    }

    private static Set<String> wordsOf(Town town) {
        var words = new HashSet<String>();
        town.names()
                .forEach(name -> SPACE.splitAsStream(Folding.fold(name))
                        .filter(word -> word.length() > 1)
                        .forEach(word -> words.add(WordForms.withoutArticle(word))));
        return Set.copyOf(words);
    }

    String id() {
        return candidate.id();
    }

    Town town() {
        return candidate.town();
    }

    @Nullable
    Coordinates at() {
        return candidate.venue().at();
    }

    Coordinates requiredAt() {
        return Objects.requireNonNull(at());
    }

    boolean overlaps(Known other) {
        return candidate.from().isBefore(other.candidate.until())
                && other.candidate.from().isBefore(candidate.until());
    }

    /** An action is itself, whatever it says. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Known known && id().equals(known.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
