package org.tansiq.gateway.actions;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sight;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.AsItWas;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Merging;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.resources.ResourceRow.Booking;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** What merging two actions would bring, and what has changed since they were merged; as far as a reader sees of it. */
@Component
class Merges {
    private static final Duration VIEW_WAIT_MAX = Duration.ofSeconds(2);

    private final Views views;
    private final Sights sights;
    private final AsItWas asItWas;

    Merges(Views views, Sights sights, AsItWas asItWas) {
        this.views = views;
        this.sights = sights;
        this.asItWas = asItWas;
    }

    /** A booking with the resource that it is of. */
    private record Booked(ResourceRow resource, Booking booking) {}

    MergePreview preview(Reader reader, CoalitionId coalition, ActionId action, ActionId gone) {
        if (action.equals(gone)) {
            throw new Invalid("same-action", "with");
        }
        catchUp();
        var sight = sights.of(reader, coalition);
        var remains = row(sight, coalition, action);
        var goes = row(sight, coalition, gone);
        var tasks = tasks(sight, goes.id());
        var organizers = new LinkedHashSet<>(remains.organizers());
        organizers.addAll(goes.organizers());
        return new MergePreview(
                remains.id(),
                goes.id(),
                remains.title(),
                goes.title(),
                List.copyOf(organizers),
                organizers.stream()
                        .filter(organizer -> !remains.organizers().contains(organizer))
                        .toList(),
                Stream.concat(remains.hashtags().stream(), goes.hashtags().stream())
                        .distinct()
                        .toList(),
                tasks.values().stream()
                        .map(task -> new MergePreview.MovedTask(task.id(), task.title(), task.state(), task.holder()))
                        .toList(),
                bookings(sight, coalition, goes.id(), tasks.keySet()).values().stream()
                        .filter(one -> one.booking().state() != Booking.State.CANCELLED)
                        .map(Merges::moved)
                        .toList(),
                MergePreview.Agreement.of(
                        remains, goes, reader.who().organization().value()));
    }

    private static MergePreview.MovedBooking moved(Booked one) {
        var booking = one.booking();
        return new MergePreview.MovedBooking(
                booking.id(),
                one.resource().id(),
                one.resource().title(),
                booking.by(),
                booking.quantity(),
                booking.from(),
                booking.until());
    }

    /** What is not as it was just after the merge; to be asked before that is undone. Nothing where there is none to undo. */
    List<MergeChange> changes(Reader reader, CoalitionId coalition, ActionId action, ActionId gone) {
        catchUp();
        var sight = sights.of(reader, coalition);
        var goes = row(sight, coalition, gone);
        var merging = goes.merging();
        if (merging == null || merging.position() == null || !action.value().equals(merging.into())) {
            return List.of();
        }
        long position = merging.position();
        var tasksNow = tasks(sight, goes.id());
        var tasksThen = seen(sight, TaskBoard.TASKS, coalition, position).stream()
                .filter(task -> isFor(task, goes.id()))
                .collect(toMap(TaskRow::id, identity()));
        var changes = new ArrayList<MergeChange>();
        for (var now : tasksNow.values()) {
            var then = tasksThen.get(now.id());
            if (then == null || then.state() != now.state() || !Objects.equals(then.holder(), now.holder())) {
                changes.add(new MergeChange(
                        "task",
                        now.id(),
                        now.title(),
                        then == null ? null : then.state().name(),
                        then == null ? null : then.holder(),
                        now.state().name(),
                        now.holder()));
            }
        }
        var bookingsThen = booked(seen(sight, Inventory.RESOURCES, coalition, position), goes.id(), tasksThen.keySet());
        for (var now : bookings(sight, coalition, goes.id(), tasksNow.keySet()).values()) {
            var then = bookingsThen.get(now.booking().id());
            if (then == null || then.booking().state() != now.booking().state()) {
                changes.add(new MergeChange(
                        "booking",
                        now.booking().id(),
                        now.resource().title(),
                        then == null ? null : then.booking().state().name(),
                        then == null ? null : then.booking().by(),
                        now.booking().state().name(),
                        now.booking().by()));
            }
        }
        changes.addAll(left(row(sight, coalition, action), goes));
        return changes;
    }

    /** Those who left either of the two since they became one. */
    private static List<MergeChange> left(ActionRow remains, ActionRow goes) {
        var joined = Merging.of(remains).joined().stream()
                .filter(one -> one.action().equals(goes.id()))
                .map(Merging.Joined::organizers)
                .flatMap(List::stream)
                .toList();
        return Stream.of(remains, goes)
                .flatMap(action -> joined.stream()
                        .filter(organizer -> !action.organizers().contains(organizer))
                        .map(organizer -> new MergeChange(
                                "organizer", action.id(), action.title(), "ORGANIZED", organizer, "LEFT", null)))
                .toList();
    }

    private ActionRow row(Sight sight, CoalitionId coalition, ActionId action) {
        return views.get(Calendar.ACTIONS, action.value())
                .filter(row -> row.coalition().equals(coalition.value()))
                .flatMap(sight::row)
                .orElseThrow(() -> new NotFound("action", action));
    }

    private void catchUp() {
        for (var view : List.of(Calendar.ACTIONS, TaskBoard.TASKS, Inventory.RESOURCES)) {
            views.catchUp(view, VIEW_WAIT_MAX);
        }
    }

    private <R extends Row> List<R> seen(Sight sight, View<R> view, CoalitionId coalition, long position) {
        return sight.rows(asItWas.rows(view, coalition, position));
    }

    private Map<String, TaskRow> tasks(Sight sight, String action) {
        return sight.rows(views.find(TaskBoard.TASKS, Keys.key("action", action))).stream()
                .filter(task -> isFor(task, action))
                .collect(toMap(TaskRow::id, identity(), (one, same) -> one, TreeMap::new));
    }

    private static boolean isFor(TaskRow task, String action) {
        return action.equals(task.action()) || task.under().contains(action);
    }

    private Map<String, Booked> bookings(Sight sight, CoalitionId coalition, String action, Set<String> tasks) {
        var found = tasks.isEmpty()
                ? views.find(Inventory.RESOURCES, Keys.key("action", action))
                : views.find(Inventory.RESOURCES, Keys.key("coalition", coalition));
        return booked(sight.rows(found), action, tasks);
    }

    private static Map<String, Booked> booked(List<ResourceRow> resources, String action, Set<String> tasks) {
        return resources.stream()
                .flatMap(resource -> resource.bookings().stream()
                        .filter(booking -> action.equals(booking.action())
                                || booking.under().contains(action)
                                || (booking.task() != null && tasks.contains(booking.task())))
                        .map(booking -> new Booked(resource, booking)))
                .collect(Collectors.toMap(one -> one.booking().id(), identity(), (one, same) -> one, TreeMap::new));
    }
}
