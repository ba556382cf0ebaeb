package org.tansiq.gateway.actions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.Ground;
import org.tansiq.projections.actions.matching.Finding;

/** Says in the reader's language why two actions were found. */
@Component
public class Whys {
    private final MessageSource words;

    Whys(MessageSource words) {
        this.words = words;
    }

    public String of(Finding finding, Locale locale) {
        return of(finding.grounds(), locale);
    }

    /** "same city, 12 minutes apart, venues 80 m apart, titles alike". */
    public String of(List<Ground> grounds, Locale locale) {
        return grounds.stream()
                .map(ground -> word(ground, locale))
                .collect(Collectors.joining(locale.getLanguage().equals("ar") ? "، " : ", "));
    }

    private String word(Ground ground, Locale locale) {
        var key = "finding." + ground.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var amount = ground.amount();
        return words.getMessage(key, amount == null ? null : new Object[] {Long.toString(amount)}, locale);
    }
}
