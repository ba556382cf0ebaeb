package org.tansiq.gateway.rights;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.AnswerRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.CityRow;
import org.tansiq.projections.actions.CollisionRow;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.actions.SynchronizedRow;
import org.tansiq.projections.campaigns.HashtagRow;
import org.tansiq.projections.campaigns.Registry;
import org.tansiq.projections.members.AuditorRow;
import org.tansiq.projections.members.CoalitionRow;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.permits.LeadTimeRow;
import org.tansiq.projections.permits.PermitBoard;
import org.tansiq.projections.permits.PermitRow;
import org.tansiq.projections.resources.ContactReadingsRow;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.resources.ResourceRow.Booking;
import org.tansiq.projections.sessions.SessionRow;
import org.tansiq.projections.shared.Guarded;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/**
 * What one reader sees of a coalition. A row comes out of it as it may go out to them: whole, without the parts that they
 * may not see, or not at all. Made for one answer, from the few rows of the moment that are not for all.
 *
 * <p>Of the past one sees what one saw then, less what one may not see now.
 */
public final class Sight {
    /** Nobody who reads the coalition sees less of these than another, and each may have thousands of rows. */
    private static final Set<View<?>> FOR_ALL =
            Set.of(Coverage.SYNCHRONIZED, Coverage.CITIES, Coverage.ANSWERS, Registry.HASHTAGS, PermitBoard.LEAD_TIMES);

    private final Reader reader;
    private final String guarded;
    private final Hidden tasks;
    private final Hidden actions;
    private final Hidden resources;
    private final Set<String> venues = new HashSet<>();
    /** The keys of rows that mention an action of which not all is seen. */
    private final Set<String> mentions = new HashSet<>();

    /** Ids of one kind of thing that the reader may not see, and those of them that they saw once. */
    private record Hidden(Set<String> now, Set<String> seenOnce) {
        static Hidden of(Reader reader, List<? extends Guarded> rows) {
            var now = new HashSet<String>();
            var once = new HashSet<String>();
            for (var row : rows) {
                if (!Policy.sees(reader, row)) {
                    now.add(row.id());
                    if (Policy.sawOnce(reader, row)) {
                        once.add(row.id());
                    }
                }
            }
            return new Hidden(now, once);
        }

        boolean wereSeen(String id) {
            return !now.contains(id) || seenOnce.contains(id);
        }
    }

    Sight(
            Reader reader,
            String coalition,
            List<TaskRow> guardedTasks,
            List<ActionRow> guardedActions,
            List<ResourceRow> guardedResources) {
        this.reader = reader;
        this.guarded = Guarded.guardedIn(coalition);
        this.tasks = Hidden.of(reader, guardedTasks);
        this.actions = Hidden.of(reader, guardedActions);
        this.resources = Hidden.of(reader, guardedResources);
        for (var action : guardedActions) {
            if (!Policy.seesVenue(reader, action)) {
                venues.add(action.id());
                mentions.add(Keys.key("action", action.id()));
            }
        }
    }

    public boolean seesTask(String id) {
        return !tasks.now.contains(id);
    }

    public boolean seesAction(String id) {
        return !actions.now.contains(id);
    }

    public boolean seesVenueOf(String action) {
        return !venues.contains(action);
    }

    public boolean seesResource(String id) {
        return !resources.now.contains(id);
    }

    public Reader reader() {
        return reader;
    }

    /** The JSON of a row of the present, as it may go out. */
    public Optional<String> json(View<?> view, StoredRow stored) {
        return isForAll(view, stored)
                ? Optional.of(stored.json())
                : row(Json.read(stored.json(), view.rows())).map(Json::write);
    }

    /** Rows of the present or of the past, as they may go out. */
    public <R extends Row> List<R> rows(List<R> rows) {
        return rows.stream().flatMap(row -> row(row).stream()).toList();
    }

    /** One row of the present or of the past, as it may go out. */
    @SuppressWarnings("unchecked") // each kind of row comes out as the kind that it is
    public <R extends Row> Optional<R> row(R row) {
        return (Optional<R>) of(row);
    }

    private Optional<? extends Row> of(Row row) {
        return switch (row) {
            case TaskRow task ->
                seesTask(task.id()) ? Policy.of(reader, task).map(this::withoutHidden) : Optional.empty();
            case ActionRow action ->
                seesAction(action.id()) ? Policy.of(reader, action).map(this::withoutHidden) : Optional.empty();
            case ResourceRow resource ->
                seesResource(resource.id()) ? Policy.of(reader, resource).map(this::withoutHidden) : Optional.empty();
            case CollisionRow collision ->
                seesAction(collision.earlier()) && seesAction(collision.later())
                        ? withoutHidden(collision)
                        : Optional.empty();
            case ContactReadingsRow readings ->
                Policy.hearsOfReadings(reader, readings.owner()) ? Optional.of(readings) : Optional.empty();
            // A call and what answers it are for all who read the coalition.
            case SynchronizedRow call -> Optional.of(call);
            case CoalitionRow coalition -> Optional.of(Policy.of(reader, coalition));
            case CityRow city -> Optional.of(city);
            case AnswerRow answer -> Optional.of(answer);
            case HashtagRow hashtag -> Optional.of(hashtag);
            case PermitRow permit -> seesAction(permit.id()) ? Optional.of(withoutHidden(permit)) : Optional.empty();
            case LeadTimeRow leadTime -> Optional.of(leadTime);
            case SessionRow session -> Optional.of(session.seeing(this::seesAction));
            case MemberRow member -> Policy.of(reader, member);
            case AuditorRow auditor -> Policy.seesAuditors(reader) ? Optional.of(auditor) : Optional.empty();
            default -> throw new IllegalArgumentException("Nothing says who may see " + row.getClass() + ".");
        };
    }

    private TaskRow withoutHidden(TaskRow task) {
        return task.action() == null || seesAction(task.action()) ? task.under(this::seesAction) : task.withoutAction();
    }

    private ActionRow withoutHidden(ActionRow action) {
        var itself = seesVenueOf(action.id()) ? action : action.withoutVenue();
        return itself.seeing(this::seesAction);
    }

    private ResourceRow withoutHidden(ResourceRow resource) {
        return resource.outside(resource.bookings().stream()
                .map(booking -> seesPurpose(booking) ? booking.under(this::seesAction) : booking.withoutPurpose())
                .toList());
    }

    private boolean seesPurpose(Booking booking) {
        return (booking.task() == null || seesTask(booking.task()))
                && (booking.action() == null || seesAction(booking.action()));
    }

    private Optional<CollisionRow> withoutHidden(CollisionRow collision) {
        return seesVenueOf(collision.earlier()) && seesVenueOf(collision.later())
                ? Optional.of(collision)
                : collision.withoutVenues();
    }

    private PermitRow withoutHidden(PermitRow permit) {
        return seesVenueOf(permit.id()) ? permit : permit.withoutNote();
    }

    /**
     * Whether the reader is to hear that a row is there no more: one that was removed, or one that they saw once and may see
     * no more. Of what they never saw they do not hear that it went.
     */
    public boolean hearsOfEnd(View<?> view, StoredRow stored) {
        if (view.equals(Calendar.COLLISIONS) || view.equals(PermitBoard.PERMITS)) {
            return stored.keys().stream()
                    .filter(key -> key.startsWith("action:"))
                    .allMatch(key -> actions.wereSeen(key.substring("action:".length())));
        }
        if (view.equals(MembersProjection.MEMBERS) || view.equals(MembersProjection.AUDITORS)) {
            return Policy.readsAll(reader);
        }
        return stored.removed()
                || (Json.read(stored.json(), view.rows()) instanceof Guarded row && Policy.sawOnce(reader, row));
    }

    /** Whether this row goes out as it is kept. What is not named here is read first, and then shown by what it is. */
    private boolean isForAll(View<?> view, StoredRow stored) {
        if (stored.keys().contains(guarded)) {
            return false;
        }
        if (view.equals(TaskBoard.TASKS) || view.equals(Calendar.COLLISIONS) || view.equals(PermitBoard.PERMITS)) {
            return stored.keys().stream().noneMatch(mentions::contains);
        }
        if (view.equals(Inventory.RESOURCES)) {
            return tasks.now.isEmpty() && actions.now.isEmpty();
        }
        return view.equals(Calendar.ACTIONS) || FOR_ALL.contains(view);
    }
}
