package org.tansiq.gateway.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.Directory;

/** How pages show things to one reader, in the reader's language. Instants are shown in UTC and say so. */
public final class Show {
    private final Locale locale;
    private final Directory directory;

    public Show(Locale locale, Directory directory) {
        this.locale = locale;
        this.directory = directory;
    }

    public String text(@Nullable Text text) {
        return text == null ? "" : text.in(locale.getLanguage());
    }

    /** An organisation by its name. */
    public String name(@Nullable String organization) {
        return organization == null ? "" : text(directory.name(organization));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    public String hour(LocalDateTime local) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local);
    }

    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : at(instant, ZoneOffset.UTC) + " UTC";
    }

    public String local(LocalDateTime local) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(local) + " " + hour(local);
    }

    public String at(Instant instant, ZoneId zone) {
        return local(LocalDateTime.ofInstant(instant, zone));
    }

    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    public Locale locale() {
        return locale;
    }
}
