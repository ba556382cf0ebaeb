package org.tansiq.gateway.calendars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands between a {@code BEGIN} and its {@code END}: an entry, a zone, an alarm. */
final class Part {
    private final String name;
    private final int line;
    private final List<ContentLine> properties = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private @Nullable Integer unreadable;

    Part(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    /** On which it begins. */
    int line() {
        return line;
    }

    List<Part> parts() {
        return parts;
    }

    void add(ContentLine property) {
        properties.add(property);
    }

    void add(Part part) {
        parts.add(part);
    }

    /** Notes the first line in it that is no property. */
    void unreadable(int at) {
        if (unreadable == null) {
            unreadable = at;
        }
    }

    @Nullable
    Integer unreadable() {
        return unreadable;
    }

    Optional<ContentLine> first(String property) {
        return all(property).findFirst();
    }

    Stream<ContentLine> all(String property) {
        return properties.stream().filter(one -> one.name().equals(property));
    }

    Stream<Part> parts(String wanted) {
        return parts.stream().filter(part -> part.name().equals(wanted));
    }
}
