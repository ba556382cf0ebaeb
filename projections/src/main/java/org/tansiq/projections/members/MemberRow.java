package org.tansiq.projections.members;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * One organisation in, or before the door of, one coalition.
 *
 * @param id {@code <coalition>/<organization>}
 * @param name the organisation's
 * @param invitation the open one, or the one that it came in by
 * @param request the open one, or the one that it came in by
 * @param message what it wrote when it asked, while its request is open
 * @param since when it came to stand as it does
 * @param entered since when it belongs or watches without a break; null while it does neither
 * @param removal if it is proposed that it should belong no more
 */
public record MemberRow(
        String id,
        String coalition,
        String organization,
        Text name,
        Standing standing,
        @Nullable String invitation,
        @Nullable String request,
        @Nullable Text message,
        Instant since,
        @Nullable Instant entered,
        @Nullable ProposedRemoval removal)
        implements Row {
    @Override
    public Set<String> keys() {
        var keys = new HashSet<>(Set.of(key("coalition", coalition), key("organization", organization)));
        if (invitation != null) {
            keys.add(key("invitation", invitation));
        }
        if (request != null) {
            keys.add(key("request", request));
        }
        return Set.copyOf(keys);
    }

    MemberRow standing(Standing as, Instant at) {
        return new MemberRow(id, coalition, organization, name, as, invitation, request, message, at, entered, removal);
    }

    /** As those see it who do not belong: whoever does is no secret to them, what goes on between them is. */
    public Optional<MemberRow> seenFromOutside(String own) {
        return standing.belongs() || organization.equals(own)
                ? Optional.of(new MemberRow(
                        id, coalition, organization, name, standing, null, null, null, since, entered, null))
                : Optional.empty();
    }

    MemberRow proposed(@Nullable ProposedRemoval proposed) {
        return new MemberRow(
                id, coalition, organization, name, standing, invitation, request, message, since, entered, proposed);
    }
}
