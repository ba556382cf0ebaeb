package org.tansiq.infra.logtool;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionEvent;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.FindingAcknowledged;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.actions.FindingSaidDifferent;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.OrganizerLeft;
import org.tansiq.domain.actions.OverlapAcknowledged;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.cities.Gazetteer;
import org.tansiq.infra.cities.Towns;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.SealedTexts;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.LogScan;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.wiring.Catalogue;
import org.tansiq.projections.actions.matching.ActionIndex;
import org.tansiq.projections.actions.matching.Candidate;
import org.tansiq.projections.actions.matching.Finding;

/**
 * Puts all that people ever decided about two actions before the matcher of today, with the actions as they stood then. Whoever
 * goes on knowing of another says that it was right to find them; whoever says that they are different, that it was not. Of a
 * pair the last decision counts. In memory are all actions of the log.
 */
public final class MatcherReplay {
    /**
     * What the matcher would do.
     *
     * @param found of the pairs that it was right to find
     * @param missed the others of them
     * @param inVain pairs that are different, and would be found again
     * @param spared pairs that are different, and would not be found
     * @param isBlind whether words were sealed and there were no keys to read them
     */
    public record Result(long found, List<FindingId> missed, List<FindingId> inVain, long spared, boolean isBlind) {
        public Result {
            missed = List.copyOf(missed);
            inVain = List.copyOf(inVain);
        }

        public long decisions() {
            return found + missed.size() + inVain.size() + spared;
        }
    }

    private MatcherReplay() {}

    /**
     * Reads the whole log and changes nothing.
     *
     * @param passphrase of the keys, if they are wrapped by one
     * @throws org.tansiq.infra.keys.KeysRefused if there are keys that do not open
     */
    public static Result run(OpenLog store, @Nullable String passphrase, Catalogue catalogue, Gazetteer cities) {
        var scan = store.scan();
        var seals = new Seals();
        scan.visit(Long.MAX_VALUE, seals);
        var keys = seals.areThere() ? store.keys(passphrase) : Optional.<AuthorKeys>empty();
        keys.ifPresent(open -> open.erased(seals.erased()));
        var reading = keys.map(open -> catalogue.with(new SealedTexts(open))).orElse(catalogue);
        return run(scan, reading, cities, seals.areThere() && keys.isEmpty());
    }

    static Result run(LogScan scan, Catalogue catalogue, Gazetteer cities, boolean isBlind) {
        var past = new Past(catalogue, cities);
        scan.visit(Long.MAX_VALUE, past);
        return past.result(isBlind);
    }

    private record Placed(ActionScheduled first, Slot slot, Venue venue, Set<OrganizationId> organizers) {}

    private record Decision(boolean isRight, boolean isFound) {}

    /** The actions at one moment of the log, and what was decided up to it. */
    private static final class Past implements LogScan.Visitor {
        private final Catalogue catalogue;
        private final Gazetteer cities;
        private final Map<CoalitionId, ActionIndex> indexes = new HashMap<>();
        private final Map<ActionId, Placed> actions = new HashMap<>();
        /** Those that are part of another now. */
        private final Set<ActionId> merged = new HashSet<>();

        private final Map<OrganizationId, Text> names = new HashMap<>();
        private final Map<FindingId, Decision> decisions = new LinkedHashMap<>();

        Past(Catalogue catalogue, Gazetteer cities) {
            this.catalogue = catalogue;
            this.cities = cities;
        }

        @Override
        public void commit(long position, long end, String id) {}

        /** A check of the log will tell it. */
        @Override
        public void flaw(Flaw flaw) {}

        @Override
        public void event(long position, StoredEvent event) {
            Fact fact;
            try {
                fact = catalogue.decode(event);
            } catch (UnreadableJson unreadable) {
                return;
            }
            switch (fact) {
                case OrganizationRegistered e -> names.put(e.organization(), e.name());
                case ActionEvent e -> happened(e);
                case FindingAcknowledged e -> right(e.id());
                case FindingSaidDifferent e -> decisions.put(e.id(), new Decision(false, isFound(e.id())));
                default -> {}
            }
        }

        private void happened(ActionEvent fact) {
            switch (fact) {
                case ActionScheduled e -> {
                    place(new Placed(e, e.slot(), e.venue(), Set.of(e.by())));
                    right(e, e.acknowledged());
                }
                case ActionRescheduled e -> {
                    change(e, was -> new Placed(was.first(), e.slot(), e.venue(), was.organizers()));
                    right(e, e.acknowledged());
                }
                case ActionCancelled e -> {
                    actions.remove(e.action());
                    index(e.coalition()).remove(e.action().value());
                }
                case OrganizerJoined e -> organizers(e, e.organization(), true);
                case OrganizerLeft e -> organizers(e, e.organization(), false);
                case OverlapAcknowledged e -> right(e, e.acknowledged());
                case ActionsMerged e -> {
                    right(e, Set.of(e.gone()));
                    merged.add(e.gone());
                    index(e.coalition()).remove(e.gone().value());
                }
                case MergeUndone e -> {
                    merged.remove(e.gone());
                    var back = actions.get(e.gone());
                    if (back != null) {
                        place(back);
                    }
                }
                default -> {}
            }
        }

        private void organizers(ActionEvent e, OrganizationId organization, boolean joins) {
            change(e, was -> {
                var all = new LinkedHashSet<>(was.organizers());
                if (joins) {
                    all.add(organization);
                } else {
                    all.remove(organization);
                }
                return new Placed(was.first(), was.slot(), was.venue(), Set.copyOf(all));
            });
        }

        private void change(ActionEvent e, UnaryOperator<Placed> to) {
            var was = actions.get(e.action());
            if (was != null) {
                place(to.apply(was));
            }
        }

        private void place(Placed placed) {
            var action = placed.first().action();
            actions.put(action, placed);
            if (!merged.contains(action)) { // people may leave it meanwhile
                index(placed.first().coalition()).put(candidate(placed));
            }
        }

        private ActionIndex index(CoalitionId coalition) {
            return indexes.computeIfAbsent(coalition, any -> new ActionIndex());
        }

        private Candidate candidate(Placed placed) {
            var first = placed.first();
            var organizers = new HashSet<String>();
            placed.organizers()
                    .forEach(organizer ->
                            organizers.addAll(names.getOrDefault(organizer, Text.of("en", organizer.value()))
                                    .in()
                                    .values()));
            if (first.organizedBy() != null) {
                organizers.add(first.organizedBy());
            }
            return new Candidate(
                    first.action().value(),
                    first.title(),
                    first.kind(),
                    Towns.of(placed.slot().place(), cities),
                    placed.venue(),
                    placed.slot().from(),
                    placed.slot().until(),
                    organizers);
        }

        private void right(ActionEvent e, Collection<ActionId> acknowledged) {
            acknowledged.forEach(other -> right(new FindingId(e.coalition(), e.action(), other)));
        }

        /** What moves past something that is different acknowledges it without being asked. */
        private void right(FindingId pair) {
            var before = decisions.get(pair);
            if (before == null || before.isRight()) {
                decisions.put(pair, new Decision(true, isFound(pair)));
            }
        }

        private boolean isFound(FindingId pair) {
            return finding(pair).isPresent();
        }

        private Optional<Finding> finding(FindingId pair) {
            var one = actions.get(pair.one());
            return one == null
                    ? Optional.empty()
                    : index(pair.coalition()).findings(candidate(one)).stream()
                            .filter(match -> match.id().equals(pair.other().value()))
                            .map(ActionIndex.Match::finding)
                            .findFirst();
        }

        Result result(boolean isBlind) {
            return new Result(
                    count(new Decision(true, true)),
                    pairs(new Decision(true, false)),
                    pairs(new Decision(false, true)),
                    count(new Decision(false, false)),
                    isBlind);
        }

        private long count(Decision decision) {
            return pairs(decision).size();
        }

        private List<FindingId> pairs(Decision decision) {
            return decisions.entrySet().stream()
                    .filter(one -> one.getValue().equals(decision))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
