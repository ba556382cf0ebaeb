package org.tansiq.gateway.actions;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tansiq.projections.actions.matching.Finding;
import org.tansiq.projections.actions.matching.Reason;

/** Says in the reader's language why two actions were found. */
@Component
public class Whys {
    private final MessageSource words;

    Whys(MessageSource words) {
        this.words = words;
    }

    /** "same city, 12 minutes apart, venues 80 m apart, titles alike". */
    public String of(Finding finding, Locale locale) {
        return finding.reasons().stream()
                .map(reason -> word(reason, locale))
                .collect(Collectors.joining(locale.getLanguage().equals("ar") ? "، " : ", "));
    }

    private String word(Reason reason, Locale locale) {
        return switch (reason) {
            case Reason.SameCity() -> words.getMessage("finding.same-city", null, locale);
            case Reason.CitiesTouch() -> words.getMessage("finding.cities-touch", null, locale);
            case Reason.SameStart() -> words.getMessage("finding.same-start", null, locale);
            case Reason.MinutesApart(var minutes) -> number("finding.minutes-apart", minutes, locale);
            case Reason.MinutesShared(var minutes) -> number("finding.minutes-shared", minutes, locale);
            case Reason.VenuesApart(var metres) -> number("finding.venues-apart", metres, locale);
            case Reason.SameVenue() -> words.getMessage("finding.same-venue", null, locale);
            case Reason.OtherVenue() -> words.getMessage("finding.other-venue", null, locale);
            case Reason.VenueUnknown() -> words.getMessage("finding.venue-unknown", null, locale);
            case Reason.TitlesAlike() -> words.getMessage("finding.titles-alike", null, locale);
            case Reason.SameOrganizer() -> words.getMessage("finding.same-organizer", null, locale);
        };
    }

    private String number(String key, long number, Locale locale) {
        return words.getMessage(key, new Object[] {Long.toString(number)}, locale);
    }
}
