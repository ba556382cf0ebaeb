package org.tansiq.projections.actions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an action has to do with others that it is one with, or may become one with.
 *
 * @param into the one that it was merged into; missing where it stands for itself, or where that one is not to be seen
 * @param position in the log of that merge; just before it, each was what it will be when that is undone
 * @param joined those that were merged into it, in that order: who joined whom
 * @param proposals that are open
 * @param asleep its collisions as they were when it was merged into another; never goes out
 */
public record Merging(
        @Nullable String into,
        @Nullable Long position,
        List<Joined> joined,
        List<Proposed> proposals,
        List<CollisionRow> asleep) {
    private static final Merging NONE = new Merging(null, null, List.of(), List.of(), List.of());

    /**
     * An action that was merged into another, with all who organised it then.
     *
     * @param into which one that was
     * @param with the one that was merged into this one and brought it along; itself where it is that one
     */
    public record Joined(
            String action, String into, String with, List<String> organizers, List<String> hashtags, Instant since) {
        public Joined {
            organizers = List.copyOf(organizers);
            hashtags = List.copyOf(hashtags);
        }
    }

    /**
     * Somebody would make one of two.
     *
     * @param remains the one that would remain
     * @param goes the one that would be merged into it
     * @param from the one of the two whose organiser {@code by} is; the other's organisers are to agree
     */
    public record Proposed(String remains, String goes, String by, String from, Instant at) {
        boolean isOf(String action) {
            return remains.equals(action) || goes.equals(action);
        }

        public String other(String action) {
            return remains.equals(action) ? goes : remains;
        }
    }

    public Merging {
        joined = List.copyOf(joined);
        proposals = List.copyOf(proposals);
        asleep = List.copyOf(asleep);
    }

    public static Merging of(ActionRow row) {
        return row.merging() == null ? NONE : row.merging();
    }

    /** Null where there is nothing to say, as with most actions. */
    @Nullable
    Merging orNothing() {
        return equals(NONE) ? null : this;
    }

    Merging into(String action, long at, List<CollisionRow> collisions) {
        return new Merging(action, at, joined, List.of(), collisions);
    }

    Merging back() {
        return new Merging(null, null, joined, proposals, List.of());
    }

    Merging asleep(CollisionRow collision) {
        var all = new ArrayList<>(asleep);
        all.removeIf(other -> other.id().equals(collision.id()));
        all.add(collision);
        return new Merging(into, position, joined, proposals, all);
    }

    Merging with(List<Joined> those) {
        var all = new ArrayList<>(joined);
        all.removeIf(one -> those.stream().anyMatch(other -> other.action().equals(one.action())));
        all.addAll(those);
        return new Merging(into, position, all, proposals, asleep);
    }

    Merging without(String gone) {
        return new Merging(
                into,
                position,
                joined.stream().filter(one -> !one.with().equals(gone)).toList(),
                proposals,
                asleep);
    }

    Merging proposed(Proposed proposal) {
        var all = new ArrayList<>(proposals);
        all.removeIf(other -> other.isOf(proposal.remains()) && other.isOf(proposal.goes()));
        all.add(proposal);
        return new Merging(into, position, joined, all, asleep);
    }

    Merging withoutProposals(Predicate<Proposed> which) {
        return new Merging(
                into,
                position,
                joined,
                proposals.stream().filter(which.negate()).toList(),
                asleep);
    }

    /** Whether the organisers of this action are asked to agree to a merge. */
    boolean isAskedAs(String action) {
        return proposals.stream().anyMatch(proposal -> !proposal.from().equals(action));
    }

    /** The hashtags of an action with those of all that were merged into it, each once. */
    List<String> hashtags(List<String> own) {
        return Stream.concat(own.stream(), joined.stream().flatMap(one -> one.hashtags().stream()))
                .distinct()
                .toList();
    }

    Merging outside() {
        return new Merging(into, position, joined, proposals, List.of());
    }

    /** As those see it who see only some of the actions. */
    Merging seeing(Predicate<String> action) {
        return new Merging(
                into == null || !action.test(into) ? null : into,
                position,
                joined.stream()
                        .filter(one -> action.test(one.action()) && action.test(one.into()) && action.test(one.with()))
                        .toList(),
                proposals.stream()
                        .filter(proposal -> action.test(proposal.remains()) && action.test(proposal.goes()))
                        .toList(),
                asleep);
    }
}
