package org.tansiq.gateway.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.util.Configurator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.projections.actions.Revision;

/** What is written is valid, and comes back as it was meant. */
class WrittenCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant CHANGED = Instant.parse("2018-02-19T10:00:00.123Z");

    private static Entry entry(Instant from, Instant until, ZoneId zone, String words, @Nullable Coordinates at) {
        return new Entry("a-1", from, until, zone, false, new Revision(7, CHANGED), words, words, words, at, List.of());
    }

    private static Entry saying(String words) {
        var from = Instant.parse("2018-02-28T18:00:00Z");
        return entry(from, from.plusSeconds(5400), BERLIN, words, new Coordinates(52.5163, 13.3777));
    }

    private static Calendar read(String written) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(written));
            assertThat(calendar.validate(true).getEntries()).isEmpty();
            return calendar;
        } catch (IOException | ParserException e) {
            throw new AssertionError(written, e);
        }
    }

    private static VEvent event(String written) {
        return read(written).<CalendarComponent>getComponents().stream()
                .filter(VEvent.class::isInstance)
                .map(VEvent.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static Instant instant(Temporal temporal) {
        return switch (temporal) {
            case Instant instant -> instant;
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            default -> throw new AssertionError(temporal.getClass() + " is no moment");
        };
    }

    private static void comesBack(Instant from, Instant until, ZoneId zone) {
        var event = event(WrittenCalendar.of("Calendar", List.of(entry(from, until, zone, "Vigil", null))));

        assertThat(instant(event.<DtStart<Temporal>>getProperty("DTSTART")
                        .orElseThrow()
                        .getDate()))
                .as(from + " " + zone)
                .isEqualTo(from);
        assertThat(instant(event.<DtEnd<Temporal>>getProperty("DTEND")
                        .orElseThrow()
                        .getDate()))
                .as(until + " " + zone)
                .isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T23:00, Europe/Berlin", // through the night when clocks go forward
        "2026-10-24T23:30, Europe/Berlin", // and back
        "2026-10-25T02:30, Europe/Berlin", // a local time that comes twice, the first
        "2026-12-31T23:30, America/New_York",
        "2026-06-30T23:59, Asia/Damascus",
        "2018-03-24T23:30, Asia/Gaza",
        "2026-04-04T23:30, America/Santiago",
        "2026-02-18T12:00, Africa/Casablanca",
        "2026-04-05T01:45, Australia/Lord_Howe"
    })
    void a_moment_comes_back_across_midnight_and_when_the_clocks_change(LocalDateTime from, ZoneId zone) {
        var begin = from.atZone(zone).toInstant();

        comesBack(begin, begin.plusSeconds(2 * 3600), zone);
        comesBack(begin, begin.plusSeconds(30 * 3600), zone);
    }

    @Test
    void the_second_of_two_equal_local_times_is_told_in_utc() {
        var second = Instant.parse("2026-10-25T01:30:00Z"); // 02:30 again, in winter time

        comesBack(second, second.plusSeconds(3600), BERLIN);
        assertThat(WrittenCalendar.of("Calendar", List.of(entry(second, second.plusSeconds(60), BERLIN, "x", null))))
                .contains("DTSTART:20261025T013000Z")
                .doesNotContain("VTIMEZONE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=HYPERLINK(\"http://x\";\"y\"), +1, -1, @SUM(A1)",
                "شموع لأجل الغوطة، وقفة; صامتة",
                "a\\nb \\, c \\; d",
                "BEGIN:VALARM",
                "👩‍👩‍👧 emoji 𝔊 outside the first plane"
            })
    void words_come_back_as_they_were(String words) {
        var lines = words + "\nEND:VEVENT\n\tof " + words;
        var event = event(WrittenCalendar.of(words, List.of(saying(lines))));

        assertThat(value(event, "SUMMARY")).isEqualTo(lines);
        assertThat(value(event, "DESCRIPTION")).isEqualTo(lines);
        assertThat(value(event, "LOCATION")).isEqualTo(lines);
        assertThat(value(event, "GEO")).isEqualTo("52.5163;13.3777");
    }

    @Test
    void no_line_is_longer_than_75_octets_and_no_letter_is_cut() {
        var words = "وقفة تضامنية 👩‍👩‍👧 ".repeat(40).strip();
        var written = WrittenCalendar.of("تقويم", List.of(saying(words)));

        assertThat(written).endsWith("END:VCALENDAR\r\n");
        assertThat(written.replace("\r\n", "")).doesNotContain("\n", "\r");
        for (var line : written.split("\r\n", -1)) {
            var octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8))
                    .isEqualTo(line)
                    .doesNotContain("\ufffd");
        }
        assertThat(value(event(written), "SUMMARY")).isEqualTo(words);
    }

    @Test
    void words_that_would_turn_others_around_do_not() {
        assertThat(WrittenCalendar.apart("a\u202Eb\u2069c")).isEqualTo("\u2068abc\u2069");
    }

    @Test
    void a_change_is_told_by_sequence_and_time_and_a_cancelled_one_stays() {
        var from = Instant.parse("2018-02-28T18:00:00Z");
        var cancelled = new Entry(
                "a-1",
                from,
                from.plusSeconds(60),
                BERLIN,
                true,
                new Revision(9, CHANGED),
                "x",
                "",
                "",
                null,
                List.of());

        assertThat(WrittenCalendar.of("Calendar", List.of(cancelled)))
                .contains(
                        "UID:a-1@tansiq\r\n",
                        "SEQUENCE:9\r\n",
                        "STATUS:CANCELLED\r\n",
                        "DTSTAMP:20180219T100000Z\r\n",
                        "LAST-MODIFIED:20180219T100000Z\r\n")
                .doesNotContain("DESCRIPTION", "LOCATION", "GEO");
    }

    @Test
    void one_zone_is_told_once_and_an_empty_calendar_is_one_too() {
        var other = saying("Vigil");
        var damascus = entry(other.from(), other.until(), ZoneId.of("Asia/Damascus"), "x", null);
        var written = WrittenCalendar.of("Calendar", List.of(saying("a"), saying("b"), damascus));

        assertThat(written.split("BEGIN:VTIMEZONE", -1)).hasSize(3);
        assertThat(WrittenCalendar.of("Calendar", List.of()))
                .contains("X-WR-CALNAME:Calendar")
                .endsWith("VCALENDAR\r\n");
    }

    @Test
    void the_library_is_told_to_fetch_no_time_zones() {
        assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.update.enabled"))
                .contains("false");
    }
}
