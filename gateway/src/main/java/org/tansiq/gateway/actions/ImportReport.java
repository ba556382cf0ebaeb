package org.tansiq.gateway.actions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.projections.actions.ActionRow;

/**
 * What became of each row of a sheet, or would.
 *
 * @param ignored headers of columns that mean nothing here
 * @param position of the last event that the import wrote; -1 if it wrote none
 */
public record ImportReport(List<Item> items, List<String> ignored, long position) {
    enum Status {
        SCHEDULED,
        ALREADY_THERE,
        COLLIDES,
        UNREADABLE
    }

    /** Something that a row collides with: another row, or an action that is on the calendar. */
    record Other(@Nullable String row, String action, Map<String, String> title) {
        static Other of(Planned planned) {
            var command = planned.command();
            return new Other(
                    planned.called(), command.action().value(), command.title().in());
        }

        static Other of(ActionRow row) {
            return new Other(null, row.id(), row.title().in());
        }
    }

    /**
     * One row.
     *
     * @param row what the sheet calls the row, else the line of the file
     * @param unseen whether it collides with something that whoever imports may not see
     * @param hashtags of the row, each with its {@code #}
     */
    record Item(
            String row,
            int line,
            Status status,
            @Nullable String action,
            @Nullable String title,
            @Nullable String city,
            List<Other> collidesWith,
            boolean unseen,
            List<String> hashtags,
            @Nullable RowProblem problem) {
        static Item scheduled(Planned planned) {
            return of(planned, Status.SCHEDULED, List.of(), false);
        }

        static Item alreadyThere(Planned planned, List<Other> with) {
            return of(planned, Status.ALREADY_THERE, with, false);
        }

        static Item collides(Planned planned, List<Other> with, boolean unseen) {
            return of(planned, Status.COLLIDES, with, unseen);
        }

        static Item unreadable(RowProblem problem) {
            var row = problem.row() == null ? Integer.toString(problem.line()) : problem.row();
            return new Item(
                    row, problem.line(), Status.UNREADABLE, null, null, null, List.of(), false, List.of(), problem);
        }

        private static Item of(Planned planned, Status status, List<Other> with, boolean unseen) {
            var command = planned.command();
            return new Item(
                    planned.called(),
                    planned.row().line(),
                    status,
                    command.action().value(),
                    planned.row().title(),
                    command.slot().place().city().value(),
                    with,
                    unseen,
                    command.hashtags(),
                    null);
        }
    }

    static ImportReport of(Sheet sheet, List<Item> items, long position) {
        return new ImportReport(
                items.stream().sorted(Comparator.comparingInt(Item::line)).toList(), sheet.ignored(), position);
    }

    long count(Status status) {
        return items.stream().filter(item -> item.status() == status).count();
    }
}
