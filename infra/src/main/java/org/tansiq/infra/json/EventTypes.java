package org.tansiq.infra.json;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.Fact;

/** Which class an event of the log is: found through the sealed interfaces of the subjects, by the name it bears there. */
public final class EventTypes {
    private final Map<String, Class<? extends Fact>> byName;

    private EventTypes(Map<String, Class<? extends Fact>> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * All events of these families.
     *
     * @param roots sealed interfaces such as {@code TaskEvent}, or single events
     * @throws IllegalArgumentException if two events bear one name, or one has none
     */
    public static EventTypes of(Collection<? extends Class<? extends Fact>> roots) {
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
        return new EventTypes(byName);
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

    /**
     * Reads an event back.
     *
     * @throws UnreadableJson if the name or the version is not known here, or the payload does not fit
     */
    public Fact decode(String name, String version, String json) {
        return Json.read(json, type(name, version));
    }

    /**
     * Reads an event back from its UTF-8 bytes.
     *
     * @throws UnreadableJson if the name or the version is not known here, or the payload does not fit
     */
    public Fact decode(String name, String version, byte[] json) {
        return Json.read(json, type(name, version));
    }

    /** For readers that go on past an event they cannot read: it comes as {@link Unreadable}. */
    public Fact decodeOrUnreadable(String name, String version, byte[] json, Instant at) {
        try {
            return decode(name, version, json);
        } catch (UnreadableJson e) {
            return new Unreadable(name, version, e, at);
        }
    }

    private Class<? extends Fact> type(String name, String version) {
        var type = byName.get(name);
        if (type == null) {
            throw new UnreadableJson("No event is called " + name + " here.", null);
        }
        if (!versionOf(type).equals(version)) {
            throw new UnreadableJson(
                    name + " was written in version " + version + "; version " + versionOf(type) + " is read here.",
                    null);
        }
        return type;
    }

    private static Event annotation(Class<? extends Fact> type) {
        var event = type.getAnnotation(Event.class);
        if (event == null) {
            throw new IllegalArgumentException(type.getName() + " has no @Event, so it has no name in the log.");
        }
        return event;
    }
}
