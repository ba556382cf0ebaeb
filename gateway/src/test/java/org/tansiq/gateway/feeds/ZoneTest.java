package org.tansiq.gateway.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a calendar says of a zone is what Java knows of it. */
class ZoneTest {
    private static final Instant FROM = Instant.parse("2018-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-12-31T00:00:00Z");

    static Stream<ZoneId> zones() {
        return Stream.of(TimeZone.getAvailableIDs())
                .filter(id -> id.contains("/"))
                .map(ZoneId::of);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void a_reader_of_it_finds_the_same_offset_at_every_moment(ZoneId zone) {
        var written = Zone.of(zone, FROM, UNTIL);
        var random = new Random(7);
        var span = Duration.between(FROM, UNTIL).toSeconds();
        for (var i = 0; i < 40; i++) {
            var moment = FROM.plusSeconds((long) (random.nextDouble() * span));
            assertThat(offset(written, moment))
                    .as(zone + " at " + moment)
                    .isEqualTo(zone.getRules().getOffset(moment));
        }
        assertThat(written.validate(true).hasErrors()).isFalse();
    }

    /** As RFC 5545, 3.6.5 says: that of the observance that began last. */
    private static ZoneOffset offset(VTimeZone zone, Instant moment) {
        return zone.getObservances().stream()
                .flatMap(observance -> begun(observance, moment).stream().map(begin -> new Begun(begin, observance)))
                .max(Comparator.comparing(Begun::at))
                .map(begun -> begun.observance()
                        .<TzOffsetTo>getProperty("TZOFFSETTO")
                        .orElseThrow()
                        .getOffset())
                .orElseThrow();
    }

    private record Begun(Instant at, Observance observance) {}

    private static List<Instant> begun(Observance observance, Instant moment) {
        var offset = observance
                .<TzOffsetFrom>getProperty("TZOFFSETFROM")
                .orElseThrow()
                .getOffset();
        var onset = observance.getLatestOnset(moment.atOffset(offset));
        return onset == null ? List.of() : List.of(Instant.from(onset));
    }

    @Test
    void a_zone_with_rules_for_ever_is_told_in_two_parts() {
        var berlin = Zone.of(ZoneId.of("Europe/Berlin"), FROM, FROM.plusSeconds(3600));

        assertThat(berlin.toString())
                .contains(
                        "TZID:Europe/Berlin",
                        "BEGIN:STANDARD\r\nDTSTART:20171029T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
                                + "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                        "BEGIN:DAYLIGHT\r\nDTSTART:20180325T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
                                + "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
        assertThat(berlin.getObservances()).hasSize(2);
        assertThat(Zone.of(ZoneId.of("America/New_York"), FROM, UNTIL).toString())
                .contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU");
    }

    @Test
    void a_zone_whose_clocks_never_change_is_one_part() {
        assertThat(Zone.of(ZoneId.of("Asia/Dubai"), FROM, UNTIL).getObservances())
                .hasSize(1);
        assertThat(Zone.of(ZoneId.of("Etc/UTC"), FROM, UNTIL).getObservances()).hasSize(1);
    }
}
