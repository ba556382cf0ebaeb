package org.tansiq.gateway.history;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.CallAnswered;
import org.tansiq.domain.actions.CityCommitted;
import org.tansiq.domain.actions.CityReported;
import org.tansiq.domain.actions.CityWithdrawn;
import org.tansiq.domain.actions.OrganizationsAsked;
import org.tansiq.domain.actions.SilentReminded;
import org.tansiq.domain.actions.SynchronizedCalled;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.rights.Sight;
import org.tansiq.gateway.shared.Show;
import org.tansiq.infra.history.History;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.wiring.Erasures;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.actions.SynchronizedRow;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.sessions.SessionCalendar;
import org.tansiq.projections.sessions.SessionRow;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds out what an event of the history is about: the task, the action, the city, the organisation that it names. */
@Component
class Telling {
    private static final Set<String> SYNCHRONISED = Set.of(
            EventTypes.nameOf(SynchronizedCalled.class),
            EventTypes.nameOf(CityCommitted.class),
            EventTypes.nameOf(CityReported.class),
            EventTypes.nameOf(OrganizationsAsked.class),
            EventTypes.nameOf(CallAnswered.class),
            EventTypes.nameOf(SilentReminded.class),
            EventTypes.nameOf(CityWithdrawn.class));

    private final Views views;
    private final Directory directory;
    private final JsonMapper json;
    private final Erasures erasures;

    Telling(Views views, Directory directory, JsonMapper json, Erasures erasures) {
        this.erasures = erasures;
        this.views = views;
        this.directory = directory;
        this.json = json;
    }

    Told told(History.Entry entry, Sight sight, Show show) {
        return new Told(
                entry,
                about(json.readTree(entry.payload()), sight).map(show::text).orElse(null),
                page(entry.name()),
                isErased(entry.person()));
    }

    private boolean isErased(String person) {
        return !person.isEmpty() && erasures.isErased(new PersonId(person));
    }

    /** Pages bear the names of the events' subjects; synchronised actions have one of their own. */
    private static String page(String event) {
        return SYNCHRONISED.contains(event) ? "synchronised" : event.split("\\.", 2)[0];
    }

    private Optional<Text> about(JsonNode event, Sight sight) {
        return written(event.path("title"))
                .or(() -> written(event.path("name")))
                .or(() -> written(event.path("sitting").path("title")))
                .or(() -> id(event, "session")
                        .flatMap(id -> views.get(SessionCalendar.SESSIONS, id))
                        .map(SessionRow::title))
                .or(() -> written(event.path("place").path("name")))
                .or(() -> id(event, "task")
                        .flatMap(id -> views.get(TaskBoard.TASKS, id))
                        .flatMap(sight::row)
                        .map(TaskRow::title))
                .or(() -> id(event, "resource")
                        .flatMap(id -> views.get(Inventory.RESOURCES, id))
                        .flatMap(sight::row)
                        .map(ResourceRow::title))
                .or(() -> id(event, "action")
                        .or(() -> id(event, "one"))
                        .flatMap(id -> views.get(Calendar.ACTIONS, id))
                        .flatMap(sight::row)
                        .map(ActionRow::title))
                .or(() -> id(event, "synchronizedAction")
                        .flatMap(id -> views.get(Coverage.SYNCHRONIZED, id))
                        .map(SynchronizedRow::title))
                .or(() -> id(event, "organization").map(directory::name))
                .or(() -> id(event, "what").or(() -> id(event, "auditor")).map(id -> Text.of("en", id)));
    }

    private static Optional<Text> written(JsonNode text) {
        Map<String, String> words = new TreeMap<>();
        text.propertyStream()
                .forEach(word -> words.put(word.getKey(), word.getValue().asString()));
        return words.isEmpty() ? Optional.empty() : Optional.of(new Text(words));
    }

    private static Optional<String> id(JsonNode event, String field) {
        return event.path(field).stringValueOpt();
    }
}
