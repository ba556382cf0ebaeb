package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tansiq.domain.actions.ActionApproached;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionEvent;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionShown;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.FindingEvent;
import org.tansiq.domain.actions.MergeDeclined;
import org.tansiq.domain.actions.MergeProposed;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.OrganizerLeft;
import org.tansiq.domain.actions.OverlapAcknowledged;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** What takes place when and where, and which of it overlaps. Neighbours are found by place-days, never by looking at all. */
public final class Calendar implements Projection {
    public static final View<ActionRow> ACTIONS = new View<>("actions", ActionRow.class);
    public static final View<CollisionRow> COLLISIONS = new View<>("collisions", CollisionRow.class);
    /** Not for showing: collisions say of it what concerns those who see them. */
    static final View<FoundRow> FOUND = new View<>("found", FoundRow.class);

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public List<View<?>> views() {
        return List.of(ACTIONS, COLLISIONS, FOUND);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        if (event.fact() instanceof FindingEvent finding) {
            Findings.apply(finding, event.position(), rows);
        }
        if (event.fact() instanceof ActionEvent fact) {
            switch (fact) {
                case ActionScheduled e -> place(scheduled(e, event.position()), e.by(), e.acknowledged(), rows);
                case ActionRescheduled e -> {
                    dropProposals(e.action().value(), any -> true, rows);
                    action(e.action(), rows)
                            .map(row -> row.in(e.slot(), e.venue(), event.position())
                                    .revised(event.position(), e.at()))
                            .ifPresent(row -> place(row, e.by(), e.acknowledged(), rows));
                }
                case ActionCancelled e -> {
                    change(e, rows, row -> row.cancelled(e.message()).revised(event.position(), e.at()));
                    Findings.dissolve(e.action().value(), rows);
                    dropProposals(e.action().value(), any -> true, rows);
                }
                case OrganizerJoined e -> {
                    change(
                            e,
                            rows,
                            row -> row.by(with(row.organizers(), e.organization()))
                                    .revised(event.position(), e.at()));
                    Findings.tellAgain(e.action().value(), rows);
                }
                case OrganizerLeft e -> {
                    change(
                            e,
                            rows,
                            row -> row.by(without(row.organizers(), Set.of(e.organization())))
                                    .revised(event.position(), e.at()));
                    Findings.tellAgain(e.action().value(), rows);
                    var left = e.organization().value();
                    var action = e.action().value();
                    dropProposals(
                            action,
                            proposal -> proposal.by().equals(left)
                                    && proposal.from().equals(action),
                            rows);
                }
                case ActionShown e -> {
                    change(
                            e,
                            rows,
                            row -> row.shown(e.visibility(), e.venueVisibility())
                                    .revised(event.position(), e.at()));
                    Findings.tellAgain(e.action().value(), rows);
                }
                // Who may not know of it is not told by a number either.
                case ActionApproached e -> change(e, rows, row -> row.approached(approach(e)));
                case OverlapAcknowledged e -> Findings.acknowledge(e, rows);
                case MergeProposed e -> {
                    var proposal = new Merging.Proposed(
                            e.action().value(),
                            e.gone().value(),
                            e.by().value(),
                            e.from().value(),
                            e.at());
                    changeBoth(e.action(), e.gone(), rows, merging -> merging.proposed(proposal));
                }
                case MergeDeclined e ->
                    changeBoth(
                            e.action(),
                            e.gone(),
                            rows,
                            merging -> merging.withoutProposals(
                                    proposal -> proposal.isOf(e.action().value())
                                            && proposal.isOf(e.gone().value())));
                case ActionsMerged e -> merge(e, event.position(), rows);
                case MergeUndone e -> undo(e, event.position(), rows);
            }
        }
    }

    private static Optional<ActionRow> action(ActionId id, Rows rows) {
        return rows.get(ACTIONS, id.value());
    }

    private static void change(ActionEvent event, Rows rows, UnaryOperator<ActionRow> to) {
        action(event.action(), rows)
                .ifPresent(row -> rows.put(ACTIONS, to.apply(row).after(row)));
    }

    private static Approach approach(ActionApproached e) {
        return new Approach(
                e.by() == null ? null : e.by().value(),
                e.wanted().from(),
                e.wanted().until(),
                e.at());
    }

    private static ActionRow scheduled(ActionScheduled e, long position) {
        var slot = e.slot();
        return new ActionRow(
                e.action().value(),
                e.coalition().value(),
                e.title(),
                e.kind(),
                ActionRow.Status.SCHEDULED,
                slot.place(),
                e.venue(),
                slot.from(),
                slot.until(),
                slot.localFrom(),
                slot.localUntil(),
                List.of(e.by().value()),
                e.organizedBy(),
                e.hashtags(),
                e.synchronizedAction() == null ? null : e.synchronizedAction().value(),
                null,
                position,
                new Revision(position, e.at()),
                e.visibility(),
                e.venueVisibility(),
                List.of(),
                null,
                null);
    }

    /** Puts an action where it now is, and makes its collisions anew: those where it was are no more. */
    private static void place(ActionRow action, OrganizationId by, Set<ActionId> acknowledged, Rows rows) {
        Findings.dissolve(action.id(), rows);
        rows.put(ACTIONS, action);
        for (var other : overlapping(action, rows)) {
            var known = acknowledged.contains(new ActionId(other.id())) ? List.of(by.value()) : List.<String>of();
            Findings.meet(action, other, known, rows);
        }
    }

    private static Collection<ActionRow> overlapping(ActionRow action, Rows rows) {
        var slot = action.slot();
        var found = new TreeMap<String, ActionRow>();
        for (var day : slot.placeDaysAround()) {
            for (var other : rows.find(ACTIONS, key("place-day", day))) {
                if (!other.id().equals(action.id())
                        && other.coalition().equals(action.coalition())
                        && other.status() == ActionRow.Status.SCHEDULED
                        && other.slot().overlaps(slot)) {
                    found.put(other.id(), other);
                }
            }
        }
        return found.values();
    }

    private static void changeBoth(ActionId one, ActionId other, Rows rows, UnaryOperator<Merging> to) {
        for (var id : List.of(one, other)) {
            action(id, rows).ifPresent(row -> rows.put(ACTIONS, row.merging(to).after(row)));
        }
    }

    /** Those of them that name the action, on either side: see the decision that forgets them. */
    private static void dropProposals(String action, Predicate<Merging.Proposed> which, Rows rows) {
        rows.get(ACTIONS, action).map(Merging::of).map(Merging::proposals).orElse(List.of()).stream()
                .filter(which)
                .forEach(proposal -> changeBoth(
                        new ActionId(proposal.remains()),
                        new ActionId(proposal.goes()),
                        rows,
                        merging -> merging.withoutProposals(proposal::equals)));
    }

    private static void merge(ActionsMerged e, long position, Rows rows) {
        var gone = action(e.gone(), rows).orElse(null);
        if (gone == null) {
            return;
        }
        dropProposals(gone.id(), any -> true, rows);
        if (gone.status() == ActionRow.Status.SCHEDULED) {
            var asleep = rows.find(COLLISIONS, key("action", gone.id()));
            action(e.gone(), rows)
                    .ifPresent(row -> rows.put(
                            ACTIONS,
                            row.into(e.action().value(), position, asleep)
                                    .revised(position, e.at())
                                    .after(row)));
            Findings.dissolve(gone.id(), rows);
        }
        var joined = joined(e, gone);
        change(
                e,
                rows,
                row -> row.by(with(row.organizers(), e.organizers()))
                        .merging(merging -> merging.with(joined))
                        .revised(position, e.at()));
        Findings.tellAgain(e.action().value(), rows);
    }

    /** The action with those that it brings along: they were merged into it before. */
    private static List<Merging.Joined> joined(ActionsMerged e, ActionRow gone) {
        var id = gone.id();
        var organizers = e.organizers().stream().map(OrganizationId::value).toList();
        var all = new ArrayList<Merging.Joined>();
        all.add(new Merging.Joined(id, e.action().value(), id, organizers, gone.hashtags(), e.at()));
        for (var one : Merging.of(gone).joined()) {
            all.add(new Merging.Joined(one.action(), one.into(), id, one.organizers(), one.hashtags(), one.since()));
        }
        return all;
    }

    private static void undo(MergeUndone e, long position, Rows rows) {
        change(
                e,
                rows,
                row -> row.by(without(row.organizers(), e.left()))
                        .merging(merging -> merging.without(e.gone().value()))
                        .revised(position, e.at()));
        Findings.tellAgain(e.action().value(), rows);
        var gone = action(e.gone(), rows).orElse(null);
        if (gone == null
                || gone.status() != ActionRow.Status.MERGED
                || !e.action().value().equals(Merging.of(gone).into())) {
            return;
        }
        var was = Merging.of(gone);
        var back = gone.back().merging(merging -> merging).revised(position, e.at());
        rows.put(ACTIONS, back.after(gone));
        for (var other : overlapping(back, rows)) {
            Findings.meet(back, other, known(back, other, was, e), rows);
        }
        Findings.comeBack(back, rows);
        // Whoever is still gone from beside it finds it there on coming back.
        for (var collision : was.asleep()) {
            rows.get(ACTIONS, other(collision, back.id()))
                    .filter(row -> row.status() == ActionRow.Status.MERGED)
                    .ifPresent(row -> rows.put(
                            ACTIONS,
                            row.merging(merging -> merging.asleep(collision)).after(row)));
        }
    }

    /** As it was, if neither has moved since; what is new is known to whoever brought the action back knowing of it. */
    private static List<String> known(ActionRow back, ActionRow other, Merging was, MergeUndone e) {
        return was.asleep().stream()
                .filter(collision -> other(collision, back.id()).equals(other.id()))
                .filter(collision -> was.position() != null && other.placed() < was.position())
                .findFirst()
                .map(CollisionRow::acknowledgedBy)
                .orElseGet(() ->
                        e.acknowledged().contains(new ActionId(other.id())) ? List.of(e.by().value()) : List.of());
    }

    private static String other(CollisionRow collision, String action) {
        return collision.earlier().equals(action) ? collision.later() : collision.earlier();
    }

    private static List<String> with(List<String> organizations, Set<OrganizationId> others) {
        var all = organizations;
        for (var other : others) {
            all = with(all, other);
        }
        return all;
    }

    private static List<String> with(List<String> organizations, OrganizationId one) {
        var all = new ArrayList<>(organizations);
        if (!all.contains(one.value())) {
            all.add(one.value());
        }
        return all;
    }

    private static List<String> without(List<String> organizations, Set<OrganizationId> those) {
        return organizations.stream()
                .filter(organization -> !those.contains(new OrganizationId(organization)))
                .toList();
    }
}
