package org.tansiq.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.probe.Person;
import tools.jackson.databind.json.JsonMapper;

/**
 * One task, action, venue and resource for every visibility, each with words that stand nowhere else; and things that all
 * may see and that mention them: tasks for them, bookings for them, actions that overlap them.
 */
final class Things {
    /** How a thing is shown. */
    enum Shown {
        ORG,
        NAMED,
        COALITION,
        PUBLIC,
        /** For the coalition, but not yet. */
        EMBARGOED
    }

    enum Kind {
        TASK("tasks"),
        ACTION("actions"),
        RESOURCE("resources"),
        /** Of an action that the whole coalition sees. */
        VENUE("actions");

        final String view;

        Kind(String view) {
            this.view = view;
        }
    }

    /** @param word that stands in its texts, and nowhere else */
    record Thing(Kind kind, Shown shown, String id, String word) {
        /** What gives it away. */
        List<String> traces() {
            return kind == Kind.VENUE ? List.of(word) : List.of(word, id);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final CoalitionId coalition;
    private final Person own;
    private final Person other;
    private final String named;
    private final Map<Shown, List<Thing>> all = new EnumMap<>(Shown.class);
    private final String call;
    /** Of a city that answers the call; only those see it who committed the city. */
    private final String venueOfCity;

    private LocalDate day;

    /** @param named JSON of the organisations that are named */
    Things(CoalitionId coalition, Person own, Person other, String named, LocalDate first) {
        this.coalition = coalition;
        this.own = own;
        this.other = other;
        this.named = named;
        this.day = first;
        for (var shown : Shown.values()) {
            all.put(shown, make(shown));
        }
        call = made(own, "/synchronised", """
                {"title": {"en": "One hour"}, "kind": "VIGIL", "moment": {"localTime": "%sT18:00"}, "minutes": 60, "goal": 5}""".formatted(next()));
        venueOfCity = "word" + UUID.randomUUID().toString().replace("-", "");
        made(own, "/synchronised/" + call + "/cities", """
                {"city": "berlin", "venue": {"name": {"en": "%s"}}, "venueVisibility": %s}""".formatted(venueOfCity, visibility(Shown.ORG)));
    }

    List<Thing> of(Shown shown) {
        return all.getOrDefault(shown, List.of());
    }

    Thing of(Shown shown, Kind kind) {
        return of(shown).stream()
                .filter(thing -> thing.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Which all of the coalition see. */
    String call() {
        return call;
    }

    List<Thing> all() {
        return all.values().stream().flatMap(List::stream).toList();
    }

    private List<Thing> make(Shown shown) {
        var task = thing(Kind.TASK, shown, word -> """
                {"title": {"en": "%s"}, "needed": {"en": "%s"}, "visibility": %s}""".formatted(word, word, visibility(shown)));
        var when = day;
        var action =
                thing(Kind.ACTION, shown, word -> action(word, "", visibility(shown), visibility(Shown.COALITION)));
        var venue =
                thing(Kind.VENUE, shown, word -> action("Seen", word, visibility(Shown.COALITION), visibility(shown)));
        var resource = thing(Kind.RESOURCE, shown, word -> """
                {"kind": "EQUIPMENT", "title": {"en": "%s"}, "details": {"en": "%s"}, "quantity": 5, "visibility": %s}""".formatted(word, word, visibility(shown)));
        mention(task, action, when);
        // A venue stands in the event of a move too.
        made(own, "/actions/" + venue.id() + "/reschedule", "{\"starts\": \"" + next() + "T10:00\"}");
        // So does a note on a permit.
        for (var noted : List.of(action, venue)) {
            made(own, "/actions/" + noted.id() + "/permit", """
                    {"state": "REFUSED", "note": {"en": "%s"}}""".formatted(noted.word()));
        }
        return List.of(task, action, venue, resource);
    }

    /** Things that everybody sees name what they do not. */
    private void mention(Thing task, Thing action, LocalDate when) {
        made(own, "/tasks", "{\"title\": {\"en\": \"Leaflets\"}, \"action\": \"" + action.id() + "\"}");
        var chairs = made(
                other, "/resources", "{\"kind\": \"EQUIPMENT\", \"title\": {\"en\": \"Chairs\"}, \"quantity\": 50}");
        for (var purpose : List.of("\"task\": \"" + task.id() + "\"", "\"action\": \"" + action.id() + "\"")) {
            made(own, "/resources/" + chairs + "/bookings", """
                    {"quantity": 1, "from": "2030-01-01T00:00:00Z", "until": "2030-01-02T00:00:00Z", %s}""".formatted(purpose));
        }
        made(own, "/actions", """
                {"title": {"en": "Near"}, "kind": "VIGIL", "city": "berlin", "starts": "%sT10:30", "acknowledged": ["%s"]}""".formatted(when, action.id()));
    }

    private interface Body {
        String with(String word);
    }

    private Thing thing(Kind kind, Shown shown, Body body) {
        var word = "word" + UUID.randomUUID().toString().replace("-", "");
        return new Thing(kind, shown, made(own, "/" + kind.view, body.with(word)), word);
    }

    private String action(String title, String venue, String visibility, String venueVisibility) {
        return """
                {"title": {"en": "%s"}, "kind": "VIGIL", "city": "berlin", "starts": "%sT10:00", "venue": {"name": {"en": "%s"}},
                 "visibility": %s, "venueVisibility": %s}""".formatted(title, next(), venue.isEmpty() ? "Square" : venue, visibility, venueVisibility);
    }

    private LocalDate next() {
        var today = day;
        day = day.plusDays(3);
        return today;
    }

    String visibility(Shown shown) {
        return switch (shown) {
            case ORG, COALITION, PUBLIC -> "{\"reach\": \"" + shown + "\"}";
            case NAMED -> "{\"reach\": \"NAMED\", \"named\": " + named + "}";
            case EMBARGOED -> "{\"reach\": \"COALITION\", \"embargo\": \"2150-01-01T00:00:00Z\"}";
        };
    }

    /** Something happens to each of them, so that whoever listens hears of it. */
    void stir() {
        for (var thing : all()) {
            switch (thing.kind()) {
                case TASK -> made(own, "/tasks/" + thing.id() + "/claim", "");
                case ACTION, VENUE ->
                    made(own, "/actions/" + thing.id() + "/reschedule", "{\"starts\": \"" + next() + "T11:00\"}");
                case RESOURCE ->
                    made(own, "/resources/" + thing.id() + "/bookings", """
                        {"quantity": 1, "from": "2031-01-01T00:00:00Z", "until": "2031-01-02T00:00:00Z", "task": "%s"}""".formatted(
                                    of(thing.shown(), Kind.TASK).id()));
            }
        }
    }

    /** What those may not find who see only so much. */
    List<String> hiddenFrom(Cast who) {
        var traces = new ArrayList<String>();
        all().stream()
                .filter(thing -> !who.sees.contains(thing.shown()))
                .forEach(thing -> traces.addAll(thing.traces()));
        if (!who.sees.contains(Shown.ORG)) {
            traces.add(venueOfCity);
        }
        return traces;
    }

    private String made(Person by, String path, String body) {
        var answer = by.post("/coalitions/" + coalition + path, body);
        assertThat(answer.statusCode()).as(path + answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body()).path("id").asString();
    }
}
