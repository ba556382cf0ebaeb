package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;

/**
 * Whoever committed a city tells how it went there; telling again takes the place of what was told before.
 *
 * @param actualStart when it really began; not after {@code at}
 * @param turnout how many people came, 0 to 10,000,000
 * @param media at most 10 links with http or https, each at most 500 characters
 */
@Command(namespace = "actions", name = "ReportCity")
public record ReportCity(
        CoalitionId coalition,
        SynchronizedId synchronizedAction,
        CityId city,
        OrganizationId by,
        Instant actualStart,
        int turnout,
        List<String> media,
        Instant at) {
    static final int TURNOUT_MAX = 10_000_000;
    static final int MEDIA_MAX = 10;
    static final int LINK_LENGTH_MAX = 500;

    /** A host, and what follows it in characters that RFC 3986 has, or letters of any script. */
    private static final Pattern LINK = Pattern.compile(
            "https?://[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.-]{0,251}[\\p{L}\\p{M}\\p{N}])?(?::[0-9]{1,5})?"
                    + "(?:[/?#][\\p{L}\\p{M}\\p{N}\\-._~:/?#\\[\\]@!$&'()*+,;=%]*+)?",
            Pattern.CASE_INSENSITIVE);

    public ReportCity {
        Limits.time("actualStart", actualStart);
        if (actualStart.isAfter(at)) {
            throw new Invalid("not-yet", "actualStart");
        }
        if (turnout < 0 || turnout > TURNOUT_MAX) {
            throw new Invalid("out-of-range", "turnout", Map.of("min", 0, "max", TURNOUT_MAX));
        }
        Limits.atMost("media", media.size(), MEDIA_MAX);
        media = media.stream().map(String::strip).distinct().toList();
        if (!media.stream().allMatch(ReportCity::isLink)) {
            throw new Invalid("bad-link", "media", Map.of("lengthMax", LINK_LENGTH_MAX));
        }
    }

    private static boolean isLink(String link) {
        return link.length() <= LINK_LENGTH_MAX && LINK.matcher(link).matches();
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public SynchronizedCityId synchronizedCity() {
        return new SynchronizedCityId(synchronizedAction, city);
    }
}
