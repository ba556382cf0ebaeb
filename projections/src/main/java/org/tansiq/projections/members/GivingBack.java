package org.tansiq.projections.members;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.CancelAction;
import org.tansiq.domain.actions.LeaveAction;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.WithdrawCity;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.CancelBooking;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.WithdrawResource;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.DeclineHandOver;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.CityRow;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.tasks.TaskRow;

/**
 * What an organisation that leaves gives back: tasks that it holds or was offered, cities, actions (those with other
 * organisers go on without it, the rest are cancelled), bookings, and what it lent. Each is a command in its name, which
 * changes nothing where nothing is held, so all of them may be carried out again after a crash.
 */
public final class GivingBack {
    private static final Text WHY =
            Text.ofBoth("غادرت الجهة المنظِّمة التحالف", "Its organiser has left the coalition");

    private GivingBack() {}

    /**
     * One thing given back.
     *
     * @param otherwise what does it when {@code command} is refused
     */
    public record Step(Object command, @Nullable Object otherwise) {
        static Step of(Object command) {
            return new Step(command, null);
        }
    }

    /** The coalition's rows as they were when the organisation left; rows of others are passed over. */
    public record Holdings(
            List<TaskRow> tasks, List<ActionRow> actions, List<CityRow> cities, List<ResourceRow> resources) {}

    public static List<Step> steps(OrganizationLeft left, Holdings holdings) {
        var steps = new ArrayList<Step>();
        holdings.tasks().forEach(task -> tasks(left, task, steps));
        holdings.cities().forEach(city -> city(left, city, steps));
        holdings.actions().forEach(action -> actions(left, action, steps));
        holdings.resources().forEach(resource -> resources(left, resource, steps));
        return steps;
    }

    private static void tasks(OrganizationLeft left, TaskRow task, List<Step> steps) {
        var id = new TaskId(task.id());
        if (task.state() == TaskRow.State.HELD && is(left, task.holder())) {
            steps.add(Step.of(new ReleaseTask(left.coalition(), id, left.organization(), left.at())));
        } else if (is(left, task.offeredTo())) {
            steps.add(Step.of(new DeclineHandOver(left.coalition(), id, left.organization(), left.at())));
        }
    }

    private static void city(OrganizationLeft left, CityRow city, List<Step> steps) {
        if (city.isCommitted() && is(left, city.by())) {
            steps.add(Step.of(new WithdrawCity(
                    left.coalition(),
                    new SynchronizedId(city.call()),
                    new CityId(city.city()),
                    left.organization(),
                    WHY,
                    left.at())));
        }
    }

    private static void actions(OrganizationLeft left, ActionRow action, List<Step> steps) {
        if (!action.organizers().contains(left.organization().value())) {
            return;
        }
        var id = new ActionId(action.id());
        var leave = new LeaveAction(left.coalition(), id, left.organization(), left.at());
        switch (action.status()) {
            // The last organiser cannot leave an action. Who that is, and whether it is merged into another, may have
            // changed, so the decision is asked.
            case SCHEDULED, MERGED ->
                steps.add(new Step(leave, new CancelAction(left.coalition(), id, left.organization(), WHY, left.at())));
            case CANCELLED -> {}
        }
    }

    private static void resources(OrganizationLeft left, ResourceRow resource, List<Step> steps) {
        var id = new ResourceId(resource.id());
        if (is(left, resource.owner())) {
            if (resource.state() == ResourceRow.State.OFFERED) {
                steps.add(Step.of(new WithdrawResource(left.coalition(), id, left.organization(), left.at())));
            }
            return;
        }
        resource.bookings().stream()
                .filter(booking -> booking.state() == ResourceRow.Booking.State.BOOKED && is(left, booking.by()))
                .map(booking -> new CancelBooking(
                        left.coalition(), id, new BookingId(booking.id()), left.organization(), left.at()))
                .map(Step::of)
                .forEach(steps::add);
    }

    private static boolean is(OrganizationLeft left, @Nullable String organization) {
        return left.organization().value().equals(organization);
    }
}
