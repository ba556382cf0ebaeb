package org.tansiq.gateway.actions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.matching.Finding;

/**
 * What became of each row of a sheet, or would.
 *
 * @param collisions what has to do with what, the strongest first
 * @param ignored headers of columns that mean nothing here
 * @param position of the last event that the import wrote; -1 if it wrote none
 */
public record ImportReport(List<Item> items, List<Collision> collisions, List<String> ignored, long position) {
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

    /**
     * Two that should know of each other.
     *
     * @param row what the sheet calls it
     * @param with another row of the sheet, which comes after {@code row}; null if it is an action of the calendar
     * @param action null if it is a row
     */
    record Collision(
            String row, @Nullable String with, @Nullable String action, Finding finding) {
        private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

        static final Comparator<Collision> STRONGEST_FIRST = Comparator.comparingDouble(
                        (Collision collision) -> collision.finding().score())
                .reversed()
                .thenComparing(Collision::row, Collision::inOrder)
                .thenComparing(collision -> collision.with() == null ? "" : collision.with(), Collision::inOrder)
                .thenComparing(collision -> collision.action() == null ? "" : collision.action());

        static Collision between(Planned one, Planned other, Finding finding) {
            var rows = Stream.of(one.called(), other.called())
                    .sorted(Collision::inOrder)
                    .toList();
            return new Collision(rows.getFirst(), rows.getLast(), null, finding);
        }

        static Collision with(Planned row, ActionRow action, Finding finding) {
            return new Collision(row.called(), null, action.id(), finding);
        }

        /** As numbers if both are, else as words. */
        private static int inOrder(String one, String other) {
            return NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()
                    ? Long.compare(Long.parseLong(one), Long.parseLong(other))
                    : one.compareTo(other);
        }
    }

    static ImportReport of(Sheet sheet, List<Item> items, List<Collision> collisions, long position) {
        return new ImportReport(
                items.stream().sorted(Comparator.comparingInt(Item::line)).toList(),
                List.copyOf(collisions),
                sheet.ignored(),
                position);
    }

    long count(Status status) {
        return items.stream().filter(item -> item.status() == status).count();
    }
}
