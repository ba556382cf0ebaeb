package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tansiq.domain.actions.ActionApproached;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionEvent;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionShown;
import org.tansiq.domain.actions.FindingEvent;
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
                case ActionRescheduled e ->
                    action(e.action(), rows)
                            .map(row -> row.in(e.slot(), e.venue(), event.position())
                                    .revised(event.position(), e.at()))
                            .ifPresent(row -> place(row, e.by(), e.acknowledged(), rows));
                case ActionCancelled e -> {
                    change(e, rows, row -> row.cancelled(e.message()).revised(event.position(), e.at()));
                    Findings.dissolve(e.action().value(), rows);
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
                            row -> row.by(without(row.organizers(), e.organization()))
                                    .revised(event.position(), e.at()));
                    Findings.tellAgain(e.action().value(), rows);
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

    private static List<String> with(List<String> organizations, OrganizationId one) {
        var all = new ArrayList<>(organizations);
        if (!all.contains(one.value())) {
            all.add(one.value());
        }
        return all;
    }

    private static List<String> without(List<String> organizations, OrganizationId one) {
        return organizations.stream()
                .filter(organization -> !organization.equals(one.value()))
                .toList();
    }
}
