package org.tansiq.gateway.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.Directory;

/** How pages show things to one reader, in the reader's language. Instants are shown in UTC and say so. */
public final class Show {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

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

    /** Of organisations, in one line. */
    public String names(Collection<String> organizations) {
        return organizations.stream().map(this::name).map(this::apart).collect(Collectors.joining(" · "));
    }

    /** Inside a sentence, whatever the direction of its words: it cannot turn the sentence around it. */
    public String apart(String words) {
        return '\u2068' + words + '\u2069';
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM y", locale).format(day);
    }

    public String hour(LocalDateTime local) {
        return HOUR.format(local);
    }

    /** Without saying so, where the page does. */
    public String utc(Instant instant) {
        return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** A time of some place, which the page names beside it. */
    public String local(LocalDateTime local) {
        return DateTimeFormatter.ofPattern("d MMM y", locale).format(local) + comma() + hour(local);
    }

    /** As a field of a form takes it, in UTC. */
    public String field(Instant instant) {
        return FIELD.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : utc(instant) + "\u00a0UTC";
    }

    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /** @param tags BCP 47 */
    public String languages(List<String> tags) {
        return tags.stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayName(locale))
                .collect(Collectors.joining(comma()));
    }

    private String comma() {
        return locale.getLanguage().equals("ar") ? "، " : ", ";
    }
}
