package org.tansiq.gateway.open;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.rights.EverybodysSight;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.tasks.TaskRow;

/**
 * What is public, of all coalitions together, at most {@value #MAX} of a kind. It names no coalition and has no ids: who
 * plans what with whom is not to be put together from it.
 */
@Component
class Published {
    private static final int MAX = 1_000;

    private final EverybodysSight sight;
    private final Directory directory;
    private final Clock clock;

    Published(EverybodysSight sight, Directory directory, Clock clock) {
        this.sight = sight;
        this.directory = directory;
        this.clock = clock;
    }

    /** Those that are not over, the soonest first, and cancelled ones too: whoever would go is to know. */
    List<PublicAction> actions() {
        var now = clock.instant();
        return sight.actions().stream()
                .filter(action -> action.until().isAfter(now))
                .sorted(Comparator.comparing(ActionRow::from).thenComparing(ActionRow::id))
                .limit(MAX)
                .map(this::action)
                .toList();
    }

    /** What is still to do first, then by when it is due. */
    List<PublicTask> tasks() {
        return sight.tasks().stream()
                .sorted(Comparator.comparing(Published::isOver)
                        .thenComparing(Published::due)
                        .thenComparing(TaskRow::id))
                .limit(MAX)
                .map(this::task)
                .toList();
    }

    /** By kind; what is no longer offered is not among them. */
    List<PublicResource> resources() {
        return sight.resources().stream()
                .filter(resource -> resource.state() == ResourceRow.State.OFFERED)
                .sorted(Comparator.comparing(ResourceRow::kind).thenComparing(ResourceRow::id))
                .limit(MAX)
                .map(this::resource)
                .toList();
    }

    private PublicAction action(ActionRow row) {
        var venue = row.venue();
        return new PublicAction(
                row.title(),
                row.kind(),
                row.status(),
                row.place().name(),
                venue.name().isEmpty() && venue.at() == null ? null : venue,
                row.from(),
                row.until(),
                row.localFrom(),
                row.localUntil(),
                row.hashtags(),
                row.organizers().stream().map(directory::name).toList(),
                row.organizedBy());
    }

    private PublicTask task(TaskRow row) {
        return new PublicTask(row.title(), row.needed(), row.due(), row.state(), directory.name(row.openedBy()));
    }

    private PublicResource resource(ResourceRow row) {
        return new PublicResource(row.title(), row.details(), row.kind(), directory.name(row.owner()));
    }

    private static boolean isOver(TaskRow task) {
        return switch (task.state()) {
            case OPEN, HELD -> false;
            case DONE, CANCELLED -> true;
        };
    }

    private static Instant due(TaskRow task) {
        return Objects.requireNonNullElse(task.due(), Instant.MAX);
    }
}
