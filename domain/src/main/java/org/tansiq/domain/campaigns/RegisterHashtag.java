package org.tansiq.domain.campaigns;

import java.time.Instant;
import java.util.Locale;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Hashtag;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;

/**
 * A steward says which hashtag the coalition uses in a language.
 *
 * @param language BCP 47
 * @param tag the {@code #} may be left out
 */
@Command(namespace = "campaigns", name = "RegisterHashtag")
public record RegisterHashtag(
        @TargetEntityId CoalitionId coalition, String language, String tag, OrganizationId by, Instant at) {
    public RegisterHashtag {
        language = language.strip().toLowerCase(Locale.ROOT);
        Limits.language("language", language);
        tag = Hashtag.checked("tag", tag);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    HashtagRegistry.Entry entry() {
        return new HashtagRegistry.Entry(language, tag);
    }
}
