package org.tansiq.gateway.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language to answer in: what this request asks for ({@code ?lang=}), else what the reader chose before (a cookie),
 * else what the browser prefers, else English.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public class Languages implements LocaleResolver {
    public static final String PARAMETER = "lang";
    public static final String COOKIE = "lang";
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale ARABIC = Locale.of("ar");
    public static final List<Locale> ALL = List.of(ARABIC, ENGLISH);

    private static final int HEADER_LENGTH_MAX = 500;

    public static Locale of(HttpServletRequest request) {
        return asked(request)
                .or(() -> chosen(request))
                .or(() -> preferred(request.getHeader("Accept-Language")))
                .orElse(ENGLISH);
    }

    /** What {@code ?lang=} says. Read from the query alone: reading parameters would read a form's body. */
    static Optional<Locale> asked(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        Optional<Locale> asked = Optional.empty();
        for (var pair : query.split("&", -1)) {
            if (pair.startsWith(PARAMETER + "=")) {
                asked = named(pair.substring(PARAMETER.length() + 1));
            }
        }
        return asked;
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return named(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Locale> preferred(@Nullable String header) {
        if (header == null || header.length() > HEADER_LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), ALL));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> named(String tag) {
        return ALL.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The reader chooses the language with ?lang=.");
    }
}
