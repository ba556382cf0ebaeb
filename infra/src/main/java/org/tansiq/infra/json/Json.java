package org.tansiq.infra.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The one way that events and rows are written as JSON: identifiers as plain strings, a text as {@code {"ar": …}}, times
 * as ISO 8601, what is absent left out. What is read may come from a newer program, so properties that are not known here
 * are passed over; a number that is missing is an error, for it would read as zero.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new DomainModule())
            .annotationIntrospector(new SealedFamilies())
            // Only the components of a record are written, not what it derives from them.
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(
                    SerializationFeature.FAIL_ON_ORDER_MAP_BY_INCOMPARABLE_KEY,
                    SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Json() {}

    /** For libraries that ask for a mapper. It is shared: nobody configures it further. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * The value as JSON on one line.
     *
     * @throws UnreadableJson if a value has no form in JSON
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UnreadableJson(value.getClass() + " cannot be written: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The value that {@link #write} wrote.
     *
     * @throws UnreadableJson if it is not JSON, or not that of the type
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return present(MAPPER.readValue(json, type), type);
        } catch (JsonProcessingException e) {
            throw unreadable(type, e);
        }
    }

    /**
     * Any JSON, as a tree.
     *
     * @throws UnreadableJson if it is none
     */
    public static JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }

    /**
     * The value that {@link #write} wrote, from UTF-8 bytes.
     *
     * @throws UnreadableJson if it is not JSON in UTF-8, or not that of the type
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return present(MAPPER.readValue(json, type), type);
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    private static <T> T present(T value, Class<T> type) {
        if (value == null) {
            throw new UnreadableJson(type.getSimpleName() + " cannot be read: there is only null.", null);
        }
        return value;
    }

    /** The message leaves out the text that was read: it ends in logs, where the words of people have no place. */
    private static UnreadableJson unreadable(Class<?> type, IOException e) {
        var reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new UnreadableJson(type.getSimpleName() + " cannot be read: " + reason, e);
    }
}
