package org.tansiq.projections.resources;

import java.util.List;
import java.util.stream.Stream;
import org.tansiq.domain.resources.ContactRead;
import org.tansiq.projections.resources.ContactReadingsRow.Reading;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** Who was told when who a contact is. A view of its own: the row of the resource is for all members, this for its owner. */
public final class ContactReadings implements Projection {
    public static final View<ContactReadingsRow> READINGS = new View<>("contact-readings", ContactReadingsRow.class);

    /** A row has no more than this. */
    public static final int LAST_MAX = 100;

    @Override
    public String name() {
        return "contact-readings";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<View<?>> views() {
        return List.of(READINGS);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        if (event.fact() instanceof ContactRead read) {
            var before = rows.get(READINGS, read.resource().value()).orElseGet(() -> none(read));
            // It counts, so it must not take the same event twice.
            if (event.position() > before.upTo()) {
                rows.put(READINGS, with(before, event.position(), read));
            }
        }
    }

    private static ContactReadingsRow none(ContactRead read) {
        return new ContactReadingsRow(
                read.resource().value(), read.coalition().value(), read.owner().value(), 0, List.of(), -1);
    }

    private static ContactReadingsRow with(ContactReadingsRow before, long position, ContactRead read) {
        var last = Stream.concat(Stream.of(new Reading(read.by().value(), read.at())), before.last().stream())
                .limit(LAST_MAX)
                .toList();
        return new ContactReadingsRow(
                before.id(), before.coalition(), before.owner(), before.total() + 1, last, position);
    }
}
