package org.tansiq.gateway.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tansiq.domain.actions.ActionApproached;
import org.tansiq.domain.members.CoalitionRead;
import org.tansiq.domain.resources.ContactRead;
import org.tansiq.infra.history.History;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.shared.Guarded;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;

/**
 * What one reader sees of a coalition's history: of what they may see now, all that became of it; of the rest, nothing. What
 * an event says of other things that they may not see is taken out of it, and the entry says so.
 */
public final class HistorySight {
    private static final String READ = EventTypes.nameOf(CoalitionRead.class);
    /** In what an auditor read: {@code …/tasks/<id>}; a collision has the ids of two actions. */
    private static final Pattern ONE_OF_A_VIEW =
            Pattern.compile("/(?<view>tasks|actions|collisions|permits|resources)/(?!changes)(?<id>[^/ ?]+)");

    private static final String CONTACT_READ = EventTypes.nameOf(ContactRead.class);
    private static final String APPROACHED = EventTypes.nameOf(ActionApproached.class);

    private final Sight sight;
    private final Views views;
    private final Map<String, Boolean> there = new HashMap<>();

    HistorySight(Sight sight, Views views) {
        this.sight = sight;
        this.views = views;
    }

    public Optional<History.Entry> entry(History.Entry entry) {
        var event = (ObjectNode) Json.tree(entry.payload());
        if (!isSeen(entry.name(), event)) {
            return Optional.empty();
        }
        var withheld = withhold(entry.name(), event);
        return Optional.of(withheld.isEmpty() ? entry : entry.without(withheld, event.toString()));
    }

    private boolean isSeen(String name, JsonNode event) {
        return switch (subject(name)) {
            case "tasks" -> isSeen(TaskBoard.TASKS, event.path("task"), sight::seesTask);
            case "resources" ->
                isSeen(Inventory.RESOURCES, event.path("resource"), sight::seesResource)
                        && (!name.equals(CONTACT_READ)
                                || Policy.hearsOfReadings(
                                        sight.reader(), event.path("owner").asText()));
            case "actions" ->
                event.has("one")
                        ? seesAll(event.path("one")) && seesAll(event.path("other"))
                        : !event.has("action") || ofActionIsSeen(name, event);
            case "sessions", "permits" -> !event.has("action") || seesAction(event.path("action"));
            default -> true;
        };
    }

    private boolean ofActionIsSeen(String name, JsonNode event) {
        return seesAction(event.path("action"))
                && (!event.has("gone") || seesAction(event.path("gone"))) // what is merged is about both
                && (!name.equals(APPROACHED)
                        || hearsWhoCameNear(event.path("action").asText()));
    }

    /** What has no row is not known to be for this reader. */
    private boolean isSeen(View<? extends Guarded> view, JsonNode id, Predicate<String> sees) {
        return sees.test(id.asText())
                && there.computeIfAbsent(
                        view.name() + ' ' + id.asText(),
                        any -> views.get(view, id.asText()).isPresent());
    }

    private boolean hearsWhoCameNear(String action) {
        return views.get(Calendar.ACTIONS, action)
                .filter(row -> Policy.hearsWhoCameNear(sight.reader(), row))
                .isPresent();
    }

    private List<String> withhold(String name, ObjectNode event) {
        var withheld = new ArrayList<String>();
        if (event.has("venue") && !sight.seesVenueOf(event.path("action").asText())) {
            withhold(event, "venue", withheld);
        }
        // What is noted on a permit may say where it is.
        if (event.has("note") && !sight.seesVenueOf(event.path("action").asText())) {
            withhold(event, "note", withheld);
        }
        if (subject(name).equals("tasks") && event.has("action") && !seesAction(event.path("action"))) {
            withhold(event, "action", withheld);
        }
        var purpose = event.path("purpose");
        if ((purpose.has("task") && !isSeen(TaskBoard.TASKS, purpose.path("task"), sight::seesTask))
                || (purpose.has("action") && !seesAction(purpose.path("action")))) {
            withhold(event, "purpose", withheld);
        }
        if (name.equals(READ)) {
            var what = event.path("what").asText();
            var told = toldOfReading(what);
            if (!told.equals(what)) {
                event.put("what", told);
                withheld.add("what");
            }
        }
        if (event.get("acknowledged") instanceof ArrayNode acknowledged) {
            var seen = acknowledged.deepCopy().removeAll();
            acknowledged.forEach(action -> {
                if (seesAction(action)) {
                    seen.add(action);
                }
            });
            if (seen.size() < acknowledged.size()) {
                event.set("acknowledged", seen);
                withheld.add("acknowledged");
            }
        }
        return withheld;
    }

    /** What an auditor read, without the name of a thing that this reader sees as little as one that is not there. */
    private String toldOfReading(String what) {
        var named = ONE_OF_A_VIEW.matcher(what);
        if (!named.find()) {
            return what;
        }
        var ids = named.group("id").split("\\+");
        var seen = Stream.of(ids).map(TextNode::valueOf).allMatch(id -> switch (named.group("view")) {
            case "tasks" -> isSeen(TaskBoard.TASKS, id, sight::seesTask);
            case "resources" -> isSeen(Inventory.RESOURCES, id, sight::seesResource);
            default -> seesAction(id);
        });
        return seen ? what : what.substring(0, named.start("id") - 1);
    }

    private boolean seesAction(JsonNode id) {
        return isSeen(Calendar.ACTIONS, id, sight::seesAction);
    }

    /** What was found of an action, and is said of that, hangs on where it is. */
    private boolean seesAll(JsonNode action) {
        return seesAction(action) && sight.seesVenueOf(action.asText());
    }

    private static void withhold(ObjectNode event, String field, List<String> withheld) {
        event.remove(field);
        withheld.add(field);
    }

    private static String subject(String event) {
        return event.split("\\.", 2)[0];
    }
}
