package org.tansiq.gateway.calendars;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.model.Recur;
import org.tansiq.domain.shared.Invalid;

/**
 * Which zone is meant where a calendar names one: one that Java knows by that name, also with something before it and a
 * slash; one that Windows calls so; or what the file itself says of it, as a place or as rules.
 */
final class FileZones {
    private static final String WINDOWS = "/net/fortuna/ical4j/transform/compliance/msTimezones";
    private static final Map<String, ZoneId> BY_WINDOWS_NAME = windowsNames();
    private static final int NAME_LENGTH_MAX = 200;

    private final Map<String, FileZone> own = new HashMap<>();
    private final Map<String, Optional<ZoneId>> known = new HashMap<>();

    FileZones(Part calendar) {
        calendar.parts("VTIMEZONE")
                .forEach(zone -> zone.first("TZID")
                        .ifPresent(id -> own.putIfAbsent(id.value().strip(), FileZone.of(zone))));
    }

    /**
     * The zone at that time; an offset where the file has nothing but rules.
     *
     * @throws Invalid {@code bad-zone} if nobody knows it
     */
    ZoneId zone(String name, LocalDateTime at) {
        var wanted = name.strip();
        return known.computeIfAbsent(wanted, this::named)
                .or(() -> Optional.ofNullable(own.get(wanted)).flatMap(zone -> zone.offset(at)))
                .orElseThrow(() -> new Invalid("bad-zone", "TZID", Map.of("given", shortened(wanted))));
    }

    private Optional<ZoneId> named(String name) {
        return java(name)
                .or(() -> Optional.ofNullable(BY_WINDOWS_NAME.get(name)))
                .or(() ->
                        Optional.ofNullable(own.get(name)).map(FileZone::place).flatMap(FileZones::java));
    }

    /** Such as {@code Europe/Zurich}, also in {@code /mozilla.org/20050126_1/Europe/Zurich}. */
    static Optional<ZoneId> java(String name) {
        for (var rest = name; rest.length() <= NAME_LENGTH_MAX; rest = rest.substring(rest.indexOf('/') + 1)) {
            if (ZoneId.getAvailableZoneIds().contains(rest)) {
                return Optional.of(ZoneId.of(rest));
            }
            if (rest.indexOf('/') < 0) {
                break;
            }
        }
        return Optional.empty();
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX));
    }

    /** The table that ical4j carries: {@code name;how it is shown=place}. */
    private static Map<String, ZoneId> windowsNames() {
        var names = new HashMap<String, ZoneId>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Recur.class.getResourceAsStream(WINDOWS)), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                var is = line.lastIndexOf('=');
                var place = is < 0
                        ? Optional.<ZoneId>empty()
                        : java(line.substring(is + 1).strip());
                if (place.isPresent()) {
                    for (var name : line.substring(0, is).split(";", 2)) {
                        names.putIfAbsent(name.strip(), place.get());
                    }
                }
            });
            return Map.copyOf(names);
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }
}
