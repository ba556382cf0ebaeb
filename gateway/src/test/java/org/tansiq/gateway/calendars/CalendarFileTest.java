package org.tansiq.gateway.calendars;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.calendars.CalendarEntry.Note;
import org.tansiq.gateway.calendars.CalendarEntry.Read;
import org.tansiq.gateway.calendars.CalendarEntry.Unreadable;

/** Calendars as other programs write them, whole and mangled. */
class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2029-11-21T12:00:00Z");

    private static byte[] file(String name) {
        try (var in = CalendarFileTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException notRead) {
            throw new UncheckedIOException(notRead);
        }
    }

    private static CalendarFile read(byte[] file) {
        return CalendarFile.of(file, null, NOW);
    }

    private static CalendarFile read(String... lines) {
        return read(
                ("BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("\n", lines) + "\nEND:VCALENDAR\n").getBytes(UTF_8));
    }

    /** One entry with these lines besides its name and title. */
    private static CalendarEntry entry(String... lines) {
        var entries = read("BEGIN:VEVENT\nUID:one\nSUMMARY:One\n" + String.join("\n", lines) + "\nEND:VEVENT")
                .entries();
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static Read good(String... lines) {
        var entry = entry(lines);
        assertThat(entry).isInstanceOf(Read.class);
        return (Read) entry;
    }

    private static Invalid bad(String... lines) {
        var entry = entry(lines);
        assertThat(entry).isInstanceOf(Unreadable.class);
        return ((Unreadable) entry).why();
    }

    private static List<Read> times(CalendarFile file, String uid) {
        return file.entries().stream()
                .filter(Read.class::isInstance)
                .map(Read.class::cast)
                .filter(read -> read.uid().equals(uid))
                .toList();
    }

    private static Read only(CalendarFile file, String uid) {
        assertThat(times(file, uid)).hasSize(1);
        return times(file, uid).getFirst();
    }

    @Test
    void one_of_google_s_is_read_with_its_zone_its_whole_days_and_what_repeats() {
        var file = read(file("google-like.ics"));

        assertThat(file.zone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        var first = only(file, "first@google.com");
        assertThat(first.title()).isEqualTo(Text.of("en", "Sixty-first session, opening"));
        assertThat(first.place()).isEqualTo(Text.of("en", "Palais des Nations, Geneva"));
        assertThat(first.zone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(first.from()).isEqualTo("2030-02-25T09:00:00Z");
        assertThat(first.sequence()).isEqualTo(2);
        var second = only(file, "second@google.com");
        assertThat(second.notes()).containsExactly(Note.WHOLE_DAYS);
        assertThat(second.from()).isEqualTo("2030-03-03T23:00:00Z");
        assertThat(second.until()).isEqualTo("2030-04-05T22:00:00Z");
        assertThat(only(file, "gone@google.com").cancelled()).isTrue();
        var monthly = times(file, "monthly@google.com");
        assertThat(monthly)
                .extracting(Read::recurrence, one -> one.from().toString(), Read::cancelled)
                .containsExactly(
                        tuple("2030-01-10T15:00:00Z", "2030-01-10T15:00:00Z", false),
                        tuple("2030-02-14T15:00:00Z", "2030-02-14T15:00:00Z", true),
                        tuple("2030-04-11T14:00:00Z", "2030-04-11T14:00:00Z", false),
                        tuple("2030-03-14T14:00:00Z", "2030-03-15T19:00:00Z", false));
        assertThat(monthly.getLast().title().in("en")).endsWith("(moved)");
    }

    @Test
    void one_of_outlook_s_is_read_with_the_zones_of_windows_and_those_of_its_own() {
        var file = read(file("outlook-like.ics"));

        var council = times(
                        file,
                        "040000008200E00074C5B7101A82E00800000000B0C8A1D6D2A4DB0100000000000000001000000089B3C5D0")
                .getFirst();
        assertThat(council.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(council.from()).isEqualTo("2030-06-10T07:00:00Z");
        assertThat(council.title()).isEqualTo(Text.of("en", "Foreign Affairs Council"));
        var custom = only(file, "custom");
        assertThat(custom.zone()).isEqualTo(ZoneId.of("+03:30"));
        assertThat(custom.from()).isEqualTo("2030-07-10T08:30:00Z");
        var riyadh = only(file, "riyadh");
        assertThat(riyadh.zone().getRules().getOffset(riyadh.from()).getId()).isEqualTo("+03:00");
        assertThat(Duration.between(riyadh.from(), riyadh.until())).isEqualTo(Duration.ofMinutes(90));
        assertThat(riyadh.title()).isEqualTo(Text.of("ar", "جلسة الجامعة العربية"));
    }

    @Test
    void one_like_indico_s_is_read_though_it_lacks_numbers_zones_and_ends() {
        var file = read(file("indico-like.ics"));

        var group = only(file, "indico-event-1001@indico.example.org");
        assertThat(group.sequence()).isZero();
        assertThat(group.notes()).isEmpty();
        var deadline = only(file, "indico-event-1002@indico.example.org");
        assertThat(deadline.notes()).containsExactlyInAnyOrder(Note.NO_ZONE, Note.NO_END);
        assertThat(deadline.from()).isEqualTo("2030-04-01T16:00:00Z");
        assertThat(deadline.until()).isEqualTo("2030-04-01T17:00:00Z");
        assertThat(CalendarFile.of(file("indico-like.ics"), ZoneId.of("Asia/Damascus"), NOW)
                        .entries()
                        .getLast())
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.from()).isEqualTo("2030-04-01T13:00:00Z"));
    }

    @Test
    void what_cannot_be_read_of_one_is_told_with_its_line_and_the_rest_is_read() {
        var file = read(file("un-like.ics"));

        var session = only(file, "hrc-62");
        assertThat(session.zone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(session.title().in("ar")).endsWith("قاعة حقوق الإنسان وتحالف الحضارات");
        assertThat(file.entries().stream().filter(Unreadable.class::isInstance).map(Unreadable.class::cast))
                .extracting(Unreadable::line, Unreadable::uid, one -> one.why().code())
                .contains(
                        tuple(16, "no-start", "missing-field"),
                        tuple(20, "bad-start", "bad-time"),
                        tuple(25, "bad-zone", "bad-zone"),
                        tuple(30, "", "missing-field"),
                        tuple(34, "broken", "calendar-line"),
                        tuple(40, "backwards", "end-before-start"),
                        tuple(46, "by-the-second", "calendar-rule"));
    }

    @Test
    void lines_are_joined_before_they_are_read_as_letters() {
        var text =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:one\r\nDTSTART:20300101T090000Z\r\nSUMMARY:الد".getBytes(UTF_8);
        var half = Arrays.copyOf(text, text.length - 1);
        var rest = new byte[] {'\r', '\n', ' ', text[text.length - 1]};
        var end = "ورة\r\nEND:VEVENT\r\nEND:VCALENDAR".getBytes(UTF_8);
        var all = java.nio.ByteBuffer.allocate(half.length + rest.length + end.length)
                .put(half)
                .put(rest)
                .put(end);

        assertThat(only(read(all.array()), "one").title().in("ar")).isEqualTo("الدورة");
    }

    @ParameterizedTest
    @ValueSource(strings = {"google-like.ics", "outlook-like.ics", "indico-like.ics", "un-like.ics"})
    void how_its_lines_end_makes_no_difference(String name) {
        var text = new String(file(name), UTF_8).replace("\r\n", "\n");

        assertThat(readable(text)).isNotEmpty().isEqualTo(readable(text.replace("\n", "\r\n")));
        assertThat(readable(text)).isEqualTo(readable(text.replace("\n", "\r")));
    }

    private static List<CalendarEntry> readable(String text) {
        return read(text.getBytes(UTF_8)).entries().stream()
                .filter(Read.class::isInstance)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | calendar-broken | 1",
                "nothing of the kind | calendar-broken | 1",
                "BEGIN:VEVENT\\nEND:VEVENT | calendar-broken | 1",
                "BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nUID:x | calendar-broken | 2",
                "BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nEND:VCALENDAR | calendar-broken | 3",
                "BEGIN:VCALENDAR\\nEND:VCALENDAR\\nEND:VCALENDAR | calendar-broken | 3",
                "BEGIN:VCALENDAR\\nBEGIN:VCALENDAR | calendar-broken | 2",
            })
    void what_is_no_whole_calendar_is_refused_with_its_line(String file, String code, int line) {
        assertThatThrownBy(() -> read(file.replace("\\n", "\n").getBytes(UTF_8)))
                .isInstanceOfSatisfying(Invalid.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.details()).isEqualTo(Map.of("line", line));
                });
    }

    @Test
    void what_is_not_utf8_is_refused_with_its_line() {
        var file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:\u00e9\nEND:VEVENT\nEND:VCALENDAR"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.code()).isEqualTo("broken-utf8");
            assertThat(refused.details()).isEqualTo(Map.of("line", 3));
        });
    }

    @Test
    void a_file_has_so_many_entries_and_rules_and_no_more() {
        var entry = "BEGIN:VEVENT\nUID:x\nEND:VEVENT\n";
        assertThat(read(entry.repeat(5_000)).entries()).hasSize(5_000);
        assertThatThrownBy(() -> read(entry.repeat(5_001)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("too-many");
        var rule = "BEGIN:VEVENT\nUID:x\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
        assertThatThrownBy(() -> read(rule.repeat(101)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("too-many");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=HOURLY;COUNT=3",
                "FREQ=DAILY;BYHOUR=1,2,3",
                "FREQ=DAILY;BYSECOND=1",
                "FREQ=FORTNIGHTLY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=999999999999",
                "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;UNTIL=soon",
                "COUNT=3",
                "",
            })
    void a_rule_that_is_not_understood_is_refused(String rule) {
        assertThat(bad("DTSTART:20300101T090000Z", "RRULE:" + rule).code()).isEqualTo("calendar-rule");
    }

    @Test
    void what_would_go_on_for_ever_is_refused_and_what_never_comes_is_one_time() {
        assertThat(bad("DTSTART:20300101T090000Z", "RRULE:FREQ=DAILY").code()).isEqualTo("too-many");
        assertThat(bad("DTSTART:19000101T090000Z", "RRULE:FREQ=YEARLY").code()).isEqualTo("calendar-rule");
        assertThat(good("DTSTART:20300101T090000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
                        .from())
                .isEqualTo("2030-01-01T09:00:00Z");
    }

    @Test
    void what_repeats_keeps_its_hour_when_the_clocks_change() {
        var file = read("BEGIN:VEVENT\nUID:one\nSUMMARY:One\nDTSTART;TZID=Europe/Berlin:20300329T180000\n"
                + "DTEND;TZID=Europe/Berlin:20300329T190000\nRRULE:FREQ=DAILY;UNTIL=20300331T235959Z\nEND:VEVENT");

        assertThat(times(file, "one"))
                .extracting(one -> one.from().toString())
                .containsExactly("2030-03-29T17:00:00Z", "2030-03-30T17:00:00Z", "2030-03-31T16:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20301301T000000Z | bad-time",
                "DTSTART:٢٠٣٠٠١٠١T000000Z | bad-time",
                "DTSTART: | bad-time",
                "DTSTART;VALUE=PERIOD:20300101T000000Z/PT1H | bad-time",
                "DTSTART:20300101T000000Z\\nDURATION:-PT1H | bad-time",
                "DTSTART:20300101T000000Z\\nSEQUENCE:many | calendar-line",
                "DTSTART:20300101T000000Z\\nEXRULE:FREQ=DAILY | calendar-rule",
                "DTSTART:20300101T000000Z\\nRECURRENCE-ID;RANGE=THISANDFUTURE:20300101T000000Z | calendar-rule",
            })
    void what_is_no_entry_is_told(String lines, String code) {
        assertThat(bad(lines.replace("\\n", "\n")).code()).isEqualTo(code);
    }

    @Test
    void reading_a_stranger_s_zone_leaves_the_zones_of_the_process_as_they_are() {
        var before = ZoneRulesProvider.getAvailableZoneIds();

        read(file("outlook-like.ics"));
        read(file("google-like.ics"));

        assertThat(ZoneRulesProvider.getAvailableZoneIds()).isEqualTo(before);
    }

    @Test
    void whatever_is_mangled_is_read_or_refused_and_nothing_else() {
        var random = new Random(20180218);
        for (var name : List.of("google-like.ics", "outlook-like.ics", "indico-like.ics", "un-like.ics")) {
            var whole = file(name);
            for (var i = 0; i < 2_000; i++) {
                var mangled = whole.clone();
                for (var bytes = random.nextInt(1, 6); bytes > 0; bytes--) {
                    mangled[random.nextInt(mangled.length)] = (byte)
                            (random.nextBoolean() ? random.nextInt(256) : ";:=,\n\"\\TZ09".charAt(random.nextInt(11)));
                }
                var some = Arrays.copyOf(
                        mangled, random.nextInt(4) == 0 ? random.nextInt(mangled.length) : mangled.length);
                try {
                    read(some);
                } catch (Invalid told) {
                    assertThat(told.code()).isIn("calendar-broken", "broken-utf8", "too-many");
                }
            }
        }
    }
}
