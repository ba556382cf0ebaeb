package org.tansiq.domain.resources;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;

/**
 * A member lends something to the others.
 *
 * @param quantity 1 to {@value #QUANTITY_MAX}
 * @param languages of people only: BCP 47 tags, at most {@value #LANGUAGES_MAX}
 */
@Command(namespace = "resources", name = "OfferResource")
public record OfferResource(
        CoalitionId coalition,
        @TargetEntityId ResourceId resource,
        OrganizationId by,
        ResourceKind kind,
        Text title,
        Text details,
        int quantity,
        Set<String> languages,
        @Nullable Place where,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        Visibility visibility,
        Instant at) {
    public static final int QUANTITY_MAX = 1_000_000;
    public static final int LANGUAGES_MAX = 20;

    public OfferResource {
        Limits.name("title", title);
        Limits.text("details", details);
        checkQuantity(quantity);
        if (kind != ResourceKind.PEOPLE && !languages.isEmpty()) {
            throw new Invalid("languages-of-people-only", "languages");
        }
        Limits.atMost("languages", languages.size(), LANGUAGES_MAX);
        languages = inLowerCase(languages);
        time("availableFrom", availableFrom);
        time("availableUntil", availableUntil);
        if (availableFrom != null && availableUntil != null && !availableUntil.isAfter(availableFrom)) {
            throw new Invalid("end-before-start", "availableUntil");
        }
        Visibility.check("visibility", visibility);
    }

    /** For all of the coalition, as most are. */
    public OfferResource(
            CoalitionId coalition,
            ResourceId resource,
            OrganizationId by,
            ResourceKind kind,
            Text title,
            Text details,
            int quantity,
            Set<String> languages,
            @Nullable Place where,
            @Nullable Instant availableFrom,
            @Nullable Instant availableUntil,
            Instant at) {
        this(
                coalition,
                resource,
                by,
                kind,
                title,
                details,
                quantity,
                languages,
                where,
                availableFrom,
                availableUntil,
                Visibility.COALITION,
                at);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    static void checkQuantity(int quantity) {
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            throw new Invalid("out-of-range", "quantity", Map.of("min", 1, "max", QUANTITY_MAX));
        }
    }

    private static void time(String field, @Nullable Instant time) {
        if (time != null) {
            Limits.time(field, time);
        }
    }

    private static Set<String> inLowerCase(Set<String> languages) {
        var lower = new TreeSet<String>();
        for (var language : languages) {
            lower.add(language.strip().toLowerCase(Locale.ROOT));
        }
        lower.forEach(language -> Limits.language("languages", language));
        return Collections.unmodifiableSet(lower);
    }
}
