package org.tansiq.projections.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.resources.ContactReadings.READINGS;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.ContactRead;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.projections.resources.ContactReadingsRow.Reading;
import org.tansiq.projections.shared.Twice;

class ContactReadingsTest {
    @Test
    void readings_are_counted_once_each_and_the_latest_comes_first() {
        var row = fold(List.of(read("paris", 1), read("london", 2), read("paris", 2)));

        assertThat(row.owner()).isEqualTo("berlin");
        assertThat(row.total()).isEqualTo(3);
        assertThat(row.last())
                .containsExactly(
                        new Reading("paris", minute(2)),
                        new Reading("london", minute(2)),
                        new Reading("paris", minute(1)));
        assertThat(row.keys()).containsExactlyInAnyOrder("coalition:ghouta", "owner:berlin");
    }

    @Test
    void a_row_keeps_the_last_hundred_and_counts_them_all() {
        var row = fold(IntStream.range(0, 130)
                .mapToObj(minute -> read("paris", minute))
                .toList());

        assertThat(row.total()).isEqualTo(130);
        assertThat(row.last()).hasSize(ContactReadings.LAST_MAX);
        assertThat(row.last().getFirst().at()).isEqualTo(minute(129));
        assertThat(row.last().getLast().at()).isEqualTo(minute(30));
    }

    private static ContactReadingsRow fold(List<ContactRead> readings) {
        return Twice.fold(new ContactReadings(), readings)
                .get(READINGS, "journalist")
                .orElseThrow();
    }

    private static ContactRead read(String by, int minute) {
        return new ContactRead(
                new CoalitionId("ghouta"),
                new ResourceId("journalist"),
                new OrganizationId("berlin"),
                new BookingId("first"),
                new OrganizationId(by),
                minute(minute));
    }

    private static Instant minute(int minute) {
        return Instant.parse("2018-02-24T00:00:00Z").plusSeconds(60L * minute);
    }
}
