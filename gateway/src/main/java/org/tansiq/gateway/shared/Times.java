package org.tansiq.gateway.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates and times as a reader of the page's language writes them; in templates {@code @times}. */
@Component("times")
public class Times {
    private static final String DAY = "EEEE d MMMM y";
    private static final String HOUR = "HH:mm";

    public String day(LocalDate day) {
        return written(DAY, day);
    }

    /** A local time of some place, which the page names beside it. */
    public String at(LocalDateTime time) {
        return written(DAY + separator() + HOUR, time);
    }

    public String at(Instant instant, ZoneId zone) {
        return at(LocalDateTime.ofInstant(instant, zone));
    }

    /** An instant for readers anywhere. */
    public String utc(Instant instant) {
        return at(LocalDateTime.ofInstant(instant, ZoneId.of("UTC"))) + " UTC";
    }

    public String hour(LocalDateTime time) {
        return written(HOUR, time);
    }

    private static String separator() {
        return isArabic() ? "، " : ", ";
    }

    private static boolean isArabic() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ar");
    }

    private static String written(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern, isArabic() ? Languages.ARABIC : Languages.ENGLISH)
                .format(time);
    }
}
