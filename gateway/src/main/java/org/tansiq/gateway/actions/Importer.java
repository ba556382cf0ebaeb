package org.tansiq.gateway.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionsCollide;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.Directory;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.shared.Keys;

/**
 * Schedules what a sheet says, row by row. A row is the same action whenever it comes again, so a sheet can be imported as
 * often as one likes; a row that collides is held back unless whoever imports acknowledges it.
 */
@Component
public class Importer {
    private static final int CITIES_AT_ONCE = 64;
    private static final int ATTEMPTS_MAX = 3;
    private static final Duration VIEW_WAIT_MAX = Duration.ofSeconds(10);

    private final Commands commands;
    private final Views views;
    private final Places places;
    private final Directory directory;
    private final Approaches approaches;

    Importer(Commands commands, Views views, Places places, Directory directory, Approaches approaches) {
        this.commands = commands;
        this.views = views;
        this.places = places;
        this.directory = directory;
        this.approaches = approaches;
    }

    /** Which rows are to be scheduled although they collide. */
    public sealed interface Acknowledging {
        Acknowledging ALL = new All();
        Acknowledging NONE = new Rows(Set.of());

        boolean of(String row);

        record All() implements Acknowledging {
            @Override
            public boolean of(String row) {
                return true;
            }
        }

        /** By what the report calls them. */
        record Rows(Set<String> rows) implements Acknowledging {
            @Override
            public boolean of(String row) {
                return rows.contains(row);
            }
        }
    }

    /** The calendar as whoever imports sees it: a row as it is to them, if they see it. */
    @FunctionalInterface
    public interface Eyes {
        Eyes OF_ALL = Optional::of;

        Optional<ActionRow> see(ActionRow row);
    }

    /**
     * Says what would happen as far as one may know it, and changes nothing. It does not say that something unseen is there:
     * one could look for it so, and nobody would be told.
     */
    ImportReport rehearse(CoalitionId coalition, Sheet sheet, Function<SheetRow, Actor> by, Eyes eyes, Instant at) {
        var reading = read(coalition, sheet, by, at);
        return rehearsed(sheet, reading, around(coalition, reading, eyes));
    }

    /** What would happen to what was read, with that around it. */
    static ImportReport rehearsed(Sheet sheet, Reading reading, Neighbourhood neighbourhood) {
        var items = new ArrayList<>(unreadable(reading));
        for (var planned : reading.planned()) {
            var with = neighbourhood.collidingWith(planned);
            items.add(
                    planned.repeats() || neighbourhood.isOnCalendar(planned)
                            ? ImportReport.Item.alreadyThere(planned, with)
                            : with.isEmpty()
                                    ? ImportReport.Item.scheduled(planned)
                                    : ImportReport.Item.collides(planned, with, false));
        }
        return ImportReport.of(sheet, items, neighbourhood.collisions(), -1);
    }

    private Neighbourhood around(CoalitionId coalition, Reading reading, Eyes eyes) {
        views.catchUp(Calendar.ACTIONS, VIEW_WAIT_MAX); // whoever has just imported it sees that it is there
        var calendar = views.find(Calendar.ACTIONS, Keys.key(Tags.COALITION, coalition)).stream()
                .flatMap(row -> eyes.see(row).stream())
                .toList();
        var names = new HashMap<String, Text>();
        return Neighbourhood.of(
                reading,
                calendar,
                SaidDifferent.in(coalition, views),
                places,
                id -> names.computeIfAbsent(id, directory::name));
    }

    private static List<ImportReport.Item> unreadable(Reading reading) {
        return reading.problems().stream().map(ImportReport.Item::unreadable).toList();
    }

    /** Each city's rows in their order; cities side by side, for they never stand in each other's way. */
    public ImportReport carryOut(
            CoalitionId coalition,
            Sheet sheet,
            Function<SheetRow, Actor> by,
            Eyes eyes,
            Acknowledging acknowledging,
            Instant at) {
        var read = read(coalition, sheet, by, at);
        var neighbourhood = around(coalition, read, eyes);
        var byAction = new HashMap<String, Planned>();
        read.planned()
                .forEach(planned ->
                        byAction.putIfAbsent(planned.command().action().value(), planned));
        var byCity = read.planned().stream()
                .collect(Collectors.groupingBy(Planned::city, LinkedHashMap::new, Collectors.toList()));
        var items = new ArrayList<>(unreadable(read));
        var position = -1L;
        try (var workers =
                Executors.newFixedThreadPool(CITIES_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Callable<List<Outcome>>> cities = new ArrayList<>();
            for (var rows : byCity.values()) {
                cities.add(() -> rows.stream()
                        .map(row -> schedule(row, eyes, acknowledging, byAction))
                        .toList());
            }
            for (var city : workers.invokeAll(cities)) {
                for (var outcome : city.get()) {
                    items.add(outcome.item());
                    position = Math.max(position, outcome.position());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted; it can be repeated.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failed.getCause());
        }
        return ImportReport.of(sheet, items, neighbourhood.collisions(), position);
    }

    private record Outcome(ImportReport.Item item, long position) {}

    private Outcome schedule(Planned planned, Eyes eyes, Acknowledging acknowledging, Map<String, Planned> sheet) {
        if (planned.repeats()) {
            return new Outcome(ImportReport.Item.alreadyThere(planned, List.of()), -1);
        }
        var command = planned.command();
        for (var attempt = 1; ; attempt++) {
            try {
                var receipt = commands.carryOut(command, planned.by(), null);
                return new Outcome(
                        receipt.changed()
                                ? ImportReport.Item.scheduled(planned)
                                : ImportReport.Item.alreadyThere(planned, List.of()),
                        receipt.position());
            } catch (ActionsCollide collide) {
                views.catchUp(Calendar.ACTIONS, VIEW_WAIT_MAX);
                var found = approaches.found(collide, eyes::see);
                approaches.tell(
                        command.coalition(), command.by(), command.visibility(), collide, found.unseen(), command.at());
                if (!acknowledging.of(planned.called()) || attempt == ATTEMPTS_MAX) {
                    return new Outcome(
                            ImportReport.Item.collides(
                                    planned,
                                    others(collide, found.seen(), sheet),
                                    !found.unseen().isEmpty()),
                            -1);
                }
                var known = new HashSet<>(command.acknowledged());
                known.addAll(collide.actions());
                command = planned.acknowledging(known);
            } catch (Conflict exists) {
                return new Outcome(
                        exists.code().equals("action-exists")
                                ? ImportReport.Item.alreadyThere(planned, List.of())
                                : ImportReport.Item.unreadable(RowProblem.of(planned.row(), exists)),
                        -1);
            } catch (Refusal refused) {
                return new Outcome(ImportReport.Item.unreadable(RowProblem.of(planned.row(), refused)), -1);
            }
        }
    }

    private Reading read(CoalitionId coalition, Sheet sheet, Function<SheetRow, Actor> by, Instant at) {
        return Reading.of(coalition, sheet, by, places, this::isName, at);
    }

    private boolean isName(String name, Actor actor) {
        return directory.named(name).stream()
                .anyMatch(one -> one.id().equals(actor.organization().value()));
    }

    private static List<ImportReport.Other> others(
            ActionsCollide collide, List<ActionRow> seen, Map<String, Planned> sheet) {
        var rows = seen.stream().collect(Collectors.toMap(ActionRow::id, Function.identity()));
        return collide.actions().stream()
                .flatMap(action -> {
                    var planned = sheet.get(action.value());
                    return planned == null
                            ? Optional.ofNullable(rows.get(action.value())).map(ImportReport.Other::of).stream()
                            : Stream.of(ImportReport.Other.of(planned));
                })
                .toList();
    }
}
