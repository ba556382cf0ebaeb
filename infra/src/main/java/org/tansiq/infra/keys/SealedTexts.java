package org.tansiq.infra.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.log.Sealing;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredEvent;

/**
 * Seals the texts in the payload of an event under the key of whoever wrote them, and opens them when they are read. In the
 * place of a text stands {@code {"sealed":"<version><shape>.<base64>"}}, with {@code "by":"<person>"} where the text is
 * another's than the event: a name that a call gave to its actions, say. No text of a person can look like that, for its
 * quotation marks would be escaped. What is opened is the payload as it was, byte for byte.
 */
public final class SealedTexts implements Sealing {
    /** For who has no keys: seals nothing, and what is sealed reads as erased. */
    public static final Sealing UNSEALED = new Sealing() {
        private final Sealing closed = new SealedTexts(Authors.NONE);

        @Override
        public StoredEvent seal(StoredEvent event, Earlier earlier) {
            return event;
        }

        @Override
        public String open(StoredEvent event) {
            return closed.open(event);
        }
    };

    private static final String PERSON = "person";
    /** What happens by itself has no author: its words are the program's, or were somebody's before. */
    private static final String AUTOMATION = "automation";

    private static final char VERSION = '1';
    private static final String START = "{\"sealed\":\"";
    private static final String BY = ",\"by\":\"";

    private static final String SCHEDULED = "actions.ActionScheduled";
    private static final String RESCHEDULED = "actions.ActionRescheduled";

    private static final QualifiedName CALLED = new QualifiedName("actions.SynchronizedCalled");

    private static final String AGREED = "members.RulesAgreed";

    private final Authors authors;

    public SealedTexts(Authors authors) {
        this.authors = authors;
    }

    /** A sealed text in a payload, {@code end} exclusive. */
    private record Found(
            int start,
            int end,
            String property,
            char shape,
            String base64,
            @Nullable String by) {}

    @Override
    public StoredEvent seal(StoredEvent event, Earlier earlier) {
        var texts = FreeTexts.SEALED.get(event.name());
        if (texts == null) {
            return event;
        }
        if (!(Json.read(event.payload(), JsonNode.class) instanceof ObjectNode payload)) {
            return event;
        }
        var person = event.metadata().getOrDefault(PERSON, AUTOMATION);
        Map<String, String> owners = null;
        var sealed = false;
        for (var text : texts.entrySet()) {
            var parent = parent(payload, text.getKey());
            var property = text.getKey().substring(text.getKey().lastIndexOf('.') + 1);
            var value = parent == null ? null : parent.get(property);
            if (parent == null || value == null) {
                continue;
            }
            var plain = Json.write(value);
            if (plain.equals(text.getValue().empty())
                    || plain.equals(text.getValue().erased())) {
                continue;
            }
            if (owners == null) {
                owners = owners(event, payload, earlier);
            }
            var owner = owners.getOrDefault(plain, person);
            if (!owner.equals(AUTOMATION)) {
                var bytes = Aes.seal(
                        authors.toWrite(owner),
                        plain.getBytes(StandardCharsets.UTF_8),
                        place(event.id(), owner, property));
                var node = parent.putObject(property)
                        .put(
                                "sealed",
                                VERSION
                                        + String.valueOf(text.getValue().mark())
                                        + '.'
                                        + Base64.getEncoder().encodeToString(bytes));
                if (!owner.equals(person)) {
                    node.put("by", owner);
                }
                sealed = true;
            }
        }
        return sealed ? event.withPayload(Json.write(payload)) : event;
    }

    private static @Nullable ObjectNode parent(ObjectNode payload, String path) {
        var node = payload;
        var names = path.split("\\.", -1);
        for (var i = 0; i < names.length - 1; i++) {
            if (!(node.get(names[i]) instanceof ObjectNode inner)) {
                return null;
            }
            node = inner;
        }
        return node;
    }

    /** Whose words they are that the action or its call has used before. */
    private Map<String, String> owners(StoredEvent event, ObjectNode payload, Earlier earlier) {
        var owners = new HashMap<String, String>();
        own(event)
                .forEach(tag -> earlier.visit(Selection.tagged(tag), (position, before) -> {
                    add(before, owners);
                    return true;
                }));
        // Thousands of cities bear the tag of a call; only the call itself, the first of them, says its words.
        callOf(event, payload)
                .ifPresent(call -> earlier.visit(Selection.of(call), (position, before) -> {
                    add(before, owners);
                    return false;
                }));
        return owners;
    }

    private void add(StoredEvent before, Map<String, String> owners) {
        for (var found : find(before.payload())) {
            var owner = owner(found, before);
            authors.toRead(owner).ifPresent(key -> owners.putIfAbsent(open(found, before, key), owner));
        }
    }

    /** An action that moves repeats its own words, and rules that are agreed on are whose who proposed them. */
    private static Stream<Tag> own(StoredEvent event) {
        return switch (event.name()) {
            case RESCHEDULED -> own(event, Tags.ACTION);
            case AGREED -> own(event, Tags.RULES);
            default -> Stream.empty();
        };
    }

    private static Stream<Tag> own(StoredEvent event, String key) {
        return event.tags().stream().filter(tag -> tag.key().equals(key));
    }

    /** An action of a call repeats the call's words. */
    private static Optional<EventCriteria> callOf(StoredEvent event, ObjectNode payload) {
        var call = payload.path("synchronizedAction").asText("");
        return call.isEmpty()
                        || !(event.name().equals(SCHEDULED) || event.name().equals(RESCHEDULED))
                ? Optional.empty()
                : Optional.of(EventCriteria.havingTags(new Tag(Tags.SYNCHRONIZED, call))
                        .andBeingOneOfTypes(CALLED));
    }

    /** Whether anything in this payload is sealed. */
    public static boolean isSealed(String payload) {
        return payload.contains(START);
    }

    /** Those by whose keys the payload is sealed. */
    public static List<String> owners(StoredEvent event) {
        return find(event.payload()).stream().map(found -> owner(found, event)).toList();
    }

    /**
     * The payload as it was before it was sealed; texts of those who are erased are blinded.
     *
     * @throws UnreadableJson if a text has been changed or moved, or its key is missing and was not destroyed by an erasure
     */
    @Override
    public String open(StoredEvent event) {
        var payload = event.payload();
        if (!isSealed(payload)) {
            return payload;
        }
        var opened = new StringBuilder(payload.length());
        var from = 0;
        for (var found : find(payload)) {
            var owner = owner(found, event);
            var key = authors.toRead(owner);
            opened.append(payload, from, found.start())
                    .append(key.isPresent() ? open(found, event, key.get()) : blinded(found, owner));
            from = found.end();
        }
        return opened.append(payload, from, payload.length()).toString();
    }

    /** For rows: the payload with its sealed texts so that they open wherever a projection takes them. It takes no key. */
    public static String carried(StoredEvent event) {
        var payload = event.payload();
        if (!isSealed(payload)) {
            return payload;
        }
        var carried = new StringBuilder(2 * payload.length());
        var from = 0;
        for (var found : find(payload)) {
            carried.append(payload, from, found.start())
                    .append(carried(found, event).json());
            from = found.end();
        }
        return carried.append(payload, from, payload.length()).toString();
    }

    private static CarriedText carried(Found found, StoredEvent event) {
        return new CarriedText(shape(found), found.base64(), event.id(), owner(found, event), found.property());
    }

    static String open(SecretKey key, CarriedText text) throws Aes.NotOpened {
        var plain = Aes.open(
                key, Base64.getDecoder().decode(text.sealed()), place(text.event(), text.owner(), text.property()));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static String open(Found found, StoredEvent event, SecretKey key) {
        try {
            return open(key, carried(found, event));
        } catch (Aes.NotOpened | IllegalArgumentException e) {
            throw new UnreadableJson("A sealed text does not open: it was changed, or belongs elsewhere.", e);
        }
    }

    private String blinded(Found found, String owner) {
        if (!authors.mayBeMissing(owner)) {
            throw new UnreadableJson("The key to a sealed text is missing, and was destroyed by no erasure.", null);
        }
        return shape(found).erased();
    }

    private static FreeTexts.Shape shape(Found found) {
        for (var shape : FreeTexts.Shape.values()) {
            if (shape.mark() == found.shape()) {
                return shape;
            }
        }
        throw new UnreadableJson("A text is sealed in a way that is not known here. A newer Tansiq reads it.", null);
    }

    /** Nothing sealed opens in another event, for another person, or as another property. */
    private static String place(String event, String owner, String property) {
        return event + '\n' + owner + '\n' + property;
    }

    private static String owner(Found found, StoredEvent event) {
        return found.by() == null ? event.metadata().getOrDefault(PERSON, AUTOMATION) : found.by();
    }

    private static List<Found> find(String payload) {
        var all = new ArrayList<Found>();
        for (var start = payload.indexOf(START); start >= 0; start = payload.indexOf(START, start + 1)) {
            all.add(at(payload, start));
        }
        return all;
    }

    private static Found at(String payload, int start) {
        var value = start + START.length();
        var quote = payload.indexOf('"', value);
        var name = payload.lastIndexOf('"', start - 3);
        if (quote < value + 3
                || payload.charAt(value) != VERSION
                || payload.charAt(value + 2) != '.'
                || name < 0
                || !payload.startsWith("\":", start - 2)) {
            throw new UnreadableJson(
                    "A text is sealed in a way that is not known here. A newer Tansiq reads it.", null);
        }
        String by = null;
        var end = quote + 1;
        if (payload.startsWith(BY, end)) {
            var close = payload.indexOf("\"}", end + BY.length());
            by = Json.read(payload.substring(end + BY.length() - 1, close + 1), String.class);
            end = close + 1;
        }
        return new Found(
                start,
                end + 1,
                payload.substring(name + 1, start - 2),
                payload.charAt(value + 1),
                payload.substring(value + 3, quote),
                by);
    }
}
