package org.tansiq.infra.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.Fact;

/**
 * Which class an event of the log is: found through the sealed interfaces of the subjects, by the name it bears there. An
 * event of an older version is lifted to the present one, step by step, before it is read.
 */
public final class EventTypes {
    private final Map<String, Class<? extends Fact>> byName;
    private final Map<String, Kind> kinds = new HashMap<>();

    /** @param steps the one at index 0 leads from version 1 to 2, and so on up to the version that is written */
    private record Kind(Class<? extends Fact> type, String version, List<Lift> steps) {
        int newest() {
            return steps.size() + 1;
        }
    }

    private EventTypes(Map<String, Class<? extends Fact>> byName, Collection<Lift> lifts) {
        this.byName = Collections.unmodifiableMap(byName);
        var open = new ArrayList<>(lifts);
        byName.forEach((name, type) -> kinds.put(name, kind(name, type, open)));
        if (!open.isEmpty()) {
            var odd = open.getFirst();
            throw new IllegalArgumentException("The step of " + odd.event() + " from version " + odd.from()
                    + " leads nowhere: there is no such event, or it is declared twice, or no version lies above.");
        }
    }

    /** All events of these families, each in its first version. */
    public static EventTypes of(Collection<? extends Class<? extends Fact>> roots) {
        return of(roots, List.of());
    }

    /**
     * All events of these families.
     *
     * @param roots sealed interfaces such as {@code TaskEvent}, or single events
     * @param lifts one for every version below the present one of each event
     * @throws IllegalArgumentException if two events bear one name, or one has none, or a step is missing or too many
     */
    public static EventTypes of(Collection<? extends Class<? extends Fact>> roots, Collection<Lift> lifts) {
        var byName = new TreeMap<String, Class<? extends Fact>>();
        var open = new ArrayDeque<Class<? extends Fact>>(roots);
        while (!open.isEmpty()) {
            var type = open.remove();
            if (type.isSealed()) {
                for (var permitted : type.getPermittedSubclasses()) {
                    open.add(permitted.asSubclass(Fact.class));
                }
            } else {
                var name = nameOf(type);
                var other = byName.put(name, type);
                if (other != null && other != type) {
                    throw new IllegalArgumentException("Both " + other.getName() + " and " + type.getName()
                            + " are the event " + name + "; a name in the log means one thing.");
                }
            }
        }
        return new EventTypes(byName, lifts);
    }

    /** Takes the steps of this event out of those that are open. */
    private static Kind kind(String name, Class<? extends Fact> type, List<Lift> open) {
        var version = versionOf(type);
        if (!isVersion(version)) {
            throw new IllegalArgumentException(name + " is of version \"" + version
                    + "\"; a version is a whole number from 1, so that it is known which one is older.");
        }
        var steps = new ArrayList<Lift>();
        for (var from = 1; from < Integer.parseInt(version); from++) {
            var step = next(name, from, open);
            open.remove(step);
            steps.add(step);
        }
        return new Kind(type, version, List.copyOf(steps));
    }

    private static Lift next(String name, int from, List<Lift> open) {
        return open.stream()
                .filter(lift -> lift.event().equals(name) && lift.from() == from)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No step leads " + name + " from version " + from
                        + " to " + (from + 1) + ", and the log may hold such events for ever. Declare one."));
    }

    private static boolean isVersion(String version) {
        return version.matches("[1-9][0-9]{0,8}");
    }

    /** The name in the log, {@code tasks.TaskClaimed}. */
    public static String nameOf(Class<? extends Fact> type) {
        var event = annotation(type);
        if (event.namespace().isEmpty() || event.name().isEmpty()) {
            throw new IllegalArgumentException(type.getName() + " needs a namespace and a name for the log.");
        }
        return event.namespace() + "." + event.name();
    }

    /** The version in which this program writes the event. */
    public static String versionOf(Class<? extends Fact> type) {
        return annotation(type).version();
    }

    /** By name, in the order of names. */
    public Map<String, Class<? extends Fact>> byName() {
        return byName;
    }

    /** Whether there is such an event, and in a version that is written here or was before. */
    public boolean knows(String name, String version) {
        var kind = kinds.get(name);
        return kind != null && isVersion(version) && Integer.parseInt(version) <= kind.newest();
    }

    /**
     * The version to which {@link #lift} brings this event.
     *
     * @throws UnreadableJson if the name is not known here
     */
    public String present(String name) {
        return named(name).version();
    }

    /**
     * Reads an event back.
     *
     * @throws UnreadableJson if the name or the version is not known here, or the payload does not fit
     */
    public Fact decode(String name, String version, String json) {
        var kind = kind(name, version);
        return Json.read(lift(kind, version, json), kind.type());
    }

    /** For readers that go on past an event they cannot read: it comes as {@link Unreadable}. */
    public Fact decodeOrUnreadable(String name, String version, String json, Instant at) {
        try {
            return decode(name, version, json);
        } catch (UnreadableJson e) {
            return new Unreadable(name, version, e, at);
        }
    }

    /**
     * The payload as the present version of the event has it; the very same text if it is of that version.
     *
     * @throws UnreadableJson if the name or the version is not known here, or a step fails
     */
    public String lift(String name, String version, String json) {
        return lift(kind(name, version), version, json);
    }

    private static String lift(Kind kind, String version, String json) {
        return kind.version().equals(version) ? json : lift(kind, version, Json.read(json, JsonNode.class));
    }

    private static String lift(Kind kind, String version, JsonNode stored) {
        var payload = stored;
        for (var lift :
                kind.steps().subList(Integer.parseInt(version) - 1, kind.steps().size())) {
            if (!(payload instanceof ObjectNode object)) {
                throw new UnreadableJson(lift.event() + " cannot be read: it is no object.", null);
            }
            payload = lift(lift, object);
        }
        return Json.write(payload);
    }

    private static ObjectNode lift(Lift lift, ObjectNode payload) {
        try {
            return lift.step().apply(payload);
        } catch (RuntimeException e) {
            throw new UnreadableJson(
                    lift.event() + " cannot be lifted from version " + lift.from() + ": "
                            + e.getClass().getName(),
                    e);
        }
    }

    private Kind named(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new UnreadableJson("No event is called " + name + " here.", null);
        }
        return kind;
    }

    private Kind kind(String name, String version) {
        var kind = named(name);
        if (!kind.version().equals(version) && !knows(name, version)) {
            throw new UnreadableJson(
                    name + " was written in version " + version + "; version " + kind.version()
                            + " is the newest that is known here. A newer Tansiq reads it.",
                    null);
        }
        return kind;
    }

    private static Event annotation(Class<? extends Fact> type) {
        var event = type.getAnnotation(Event.class);
        if (event == null) {
            throw new IllegalArgumentException(type.getName() + " has no @Event, so it has no name in the log.");
        }
        return event;
    }
}
