package org.tansiq.domain.actions;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.OrganizationId;

/**
 * What an action has to do with others that it may become one with.
 *
 * @param proposals that are open and name it
 * @param brought who came to it with each action that was merged into it, and did not organise it in their own right
 */
record Merges(Set<Proposal> proposals, Map<ActionId, Set<OrganizationId>> brought) {
    static final Merges NONE = new Merges(Set.of(), Map.of());

    /** @param from whose organiser proposed it; one of the two */
    record Proposal(ActionId action, ActionId gone, OrganizationId by, ActionId from) {
        private boolean isOf(ActionId one, ActionId other) {
            return (action.equals(one) && gone.equals(other)) || (action.equals(other) && gone.equals(one));
        }
    }

    Merges {
        proposals = Set.copyOf(proposals);
        brought = Map.copyOf(brought);
    }

    static void check(ActionId action, ActionId gone) {
        if (action.equals(gone)) {
            throw new Invalid("same-action", "with");
        }
    }

    static Set<OrganizationId> sorted(Collection<OrganizationId> organizations) {
        var sorted = new TreeSet<>(Comparator.comparing(OrganizationId::value));
        sorted.addAll(organizations);
        return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
    }

    /** A newer proposal for the same two, in either direction, is in the place of the older. */
    Merges with(MergeProposed e) {
        var all = new HashSet<>(without(e.action(), e.gone()).proposals);
        all.add(new Proposal(e.action(), e.gone(), e.by(), e.from()));
        return new Merges(all, brought);
    }

    Merges without(ActionId one, ActionId other) {
        return keeping(proposal -> !proposal.isOf(one, other));
    }

    /** What was proposed was about how things stood: it is void when the action moves or is gone. */
    Merges withoutProposals() {
        return new Merges(Set.of(), brought);
    }

    /** @param organizers of the one that remains, before the other comes to it */
    Merges with(ActionsMerged e, Set<OrganizationId> organizers) {
        var own = new HashSet<>(organizers);
        brought.values().forEach(own::removeAll);
        var all = new HashMap<>(brought);
        all.put(e.gone(), less(e.organizers(), own));
        return new Merges(without(e.action(), e.gone()).proposals, all);
    }

    Merges withoutMerged(ActionId gone) {
        var all = new HashMap<>(brought);
        all.remove(gone);
        return new Merges(proposals, all);
    }

    /** An organiser of {@code self} left it: what they proposed for it is void, and nothing will be taken from them. */
    Merges left(ActionId self, OrganizationId organizer) {
        var all = new HashMap<>(brought);
        all.replaceAll((gone, those) -> less(those, Set.of(organizer)));
        return new Merges(
                keeping(proposal -> !(proposal.by().equals(organizer)
                                && proposal.from().equals(self)))
                        .proposals,
                all);
    }

    /** Those who organise the action only because of the one that was merged into it. */
    Set<OrganizationId> onlyBroughtBy(ActionId gone) {
        var others = new HashSet<OrganizationId>();
        brought.forEach((action, those) -> {
            if (!action.equals(gone)) {
                others.addAll(those);
            }
        });
        return less(brought.getOrDefault(gone, Set.of()), others);
    }

    static Set<OrganizationId> less(Set<OrganizationId> some, Set<OrganizationId> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(toUnmodifiableSet());
    }

    private Merges keeping(Predicate<Proposal> which) {
        return new Merges(proposals.stream().filter(which).collect(toUnmodifiableSet()), brought);
    }
}
