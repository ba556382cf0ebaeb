package org.tansiq.domain.sessions;

import java.time.Instant;
import java.time.ZoneId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.Text;

/**
 * What sits when and where.
 *
 * @param body such as the Human Rights Council
 * @param zone in whose local time it is announced
 */
public record Sitting(Text body, Text title, Text place, ZoneId zone, Instant from, Instant until) {
    /** Whoever commands one measures it; in the log it never is. */
    void check() {
        Limits.nameIfAny("body", body);
        Limits.name("title", title);
        Limits.nameIfAny("place", place);
        Limits.time("from", from);
        Limits.time("until", until);
        if (!until.isAfter(from)) {
            throw new Invalid("end-before-start", "until");
        }
    }
}
