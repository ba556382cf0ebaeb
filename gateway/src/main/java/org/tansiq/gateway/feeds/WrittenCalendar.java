package org.tansiq.gateway.feeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Language;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** A calendar as iCalendar (RFC 5545) in UTF-8. It names no program, address or person. */
final class WrittenCalendar {
    private static final String AFTER_ID = "@tansiq";
    /** How often programs may come back, where they ask. */
    private static final String EVERY = "PT1H";
    /** What turns words around beyond their end; marks within a word stay. */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private WrittenCalendar() {}

    static String of(String title, List<Entry> entries) {
        return Folded.lines(calendar(title, entries).toString());
    }

    /** Words of somebody, set apart from those around them whatever their direction. */
    static String apart(String words) {
        return '\u2068' + plain(words) + '\u2069';
    }

    static String plain(String words) {
        return TURNING.matcher(words).replaceAll("");
    }

    static Calendar calendar(String title, List<Entry> entries) {
        var components = new ArrayList<CalendarComponent>();
        zones(entries).forEach((id, span) -> components.add(Zone.of(ZoneId.of(id), span.earliest(), span.latest())));
        entries.forEach(entry -> components.add(event(entry)));
        var properties = new PropertyList(List.of(
                new ProdId("-//Tansiq//Calendar//EN"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                new Name(title),
                new XProperty("X-WR-CALNAME", title),
                new XProperty("X-PUBLISHED-TTL", EVERY)));
        return new Calendar(properties, new ComponentList<>(components));
    }

    private record Span(Instant earliest, Instant latest) {
        Span with(Span other) {
            return new Span(
                    earliest.isBefore(other.earliest) ? earliest : other.earliest,
                    latest.isAfter(other.latest) ? latest : other.latest);
        }
    }

    private static SortedMap<String, Span> zones(List<Entry> entries) {
        var zones = new TreeMap<String, Span>();
        for (var entry : entries) {
            if (isLocal(entry)) {
                zones.merge(entry.zone().getId(), new Span(entry.from(), entry.until()), Span::with);
            }
        }
        return zones;
    }

    /** A local time that comes twice would be read as the first of the two. */
    private static boolean isLocal(Entry entry) {
        return !(entry.zone() instanceof ZoneOffset)
                && isReadBack(entry.from(), entry.zone())
                && isReadBack(entry.until(), entry.zone());
    }

    private static boolean isReadBack(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return local.toLocalDateTime().atZone(zone).toInstant().equals(instant);
    }

    private static VEvent event(Entry entry) {
        var properties = new ArrayList<Property>(List.of(
                new Uid(entry.id() + AFTER_ID),
                new DtStamp(entry.revision().at()),
                new LastModified(entry.revision().at()),
                new Sequence((int) Math.min(entry.revision().sequence(), Integer.MAX_VALUE)),
                entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED));
        if (isLocal(entry)) {
            properties.add(new DtStart<>(entry.from().atZone(entry.zone())));
            properties.add(new DtEnd<>(entry.until().atZone(entry.zone())));
        } else {
            properties.add(new DtStart<>(entry.from()));
            properties.add(new DtEnd<>(entry.until()));
        }
        properties.add(new Summary(entry.summary()));
        if (!entry.description().isEmpty()) {
            properties.add(new Description(entry.description()));
        }
        if (!entry.location().isEmpty()) {
            properties.add(new Location(entry.location()));
        }
        var at = entry.at();
        if (at != null) {
            properties.add(new Geo(BigDecimal.valueOf(at.latitude()), BigDecimal.valueOf(at.longitude())));
        }
        entry.extras().forEach(extra -> properties.add(extra(extra)));
        return new VEvent(new PropertyList(properties));
    }

    private static Property extra(Entry.Extra extra) {
        var language = extra.language();
        return new XProperty(
                extra.name(),
                new ParameterList(language == null ? List.of() : List.of(new Language(language))),
                extra.value());
    }
}
