package org.tansiq.infra.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Metadata as the stores keep it: one JSON object of strings, keys in order, so that equal metadata is equal text. */
public final class MetadataJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private MetadataJson() {}

    public static String write(Map<String, String> metadata) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(metadata));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Metadata that is no JSON: " + metadata.keySet(), e);
        }
    }

    public static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, STRINGS);
        } catch (JsonProcessingException e) {
            throw new LogFailure("An event's metadata cannot be read.", e);
        }
    }
}
