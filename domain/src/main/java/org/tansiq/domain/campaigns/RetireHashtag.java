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
import org.tansiq.domain.shared.Text;

/**
 * A steward says that the coalition uses a hashtag no more.
 *
 * @param language BCP 47
 * @param tag the {@code #} may be left out
 */
@Command(namespace = "campaigns", name = "RetireHashtag")
public record RetireHashtag(
        @TargetEntityId CoalitionId coalition,
        String language,
        String tag,
        Text reason,
        OrganizationId by,
        Instant at) {
    public RetireHashtag {
        language = language.strip().toLowerCase(Locale.ROOT);
        Limits.language("language", language);
        tag = Hashtag.checked("tag", tag);
        Limits.text("reason", reason);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    HashtagRegistry.Entry entry() {
        return new HashtagRegistry.Entry(language, tag);
    }
}
