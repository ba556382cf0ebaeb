package org.tansiq.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Languages;
import org.tansiq.gateway.shared.Requests;

/**
 * What every page's frame shows.
 *
 * @param direction {@code rtl} or {@code ltr}
 * @param otherLanguage the language that the switch offers
 * @param switchLink this page in the other language
 * @param me who is signed in, if anybody
 * @param organization what their organisation is called, where the rows are there to say it
 * @param demonstration whether all of this is demonstration data
 */
public record Frame(
        String language,
        String direction,
        String otherLanguage,
        String switchLink,
        @Nullable SignedIn me,
        @Nullable String organization,
        boolean demonstration) {

    /** Of what the request alone says, so that a page about any failure has a frame. */
    public static Frame of(HttpServletRequest request) {
        var language = Languages.of(request);
        var other = language.equals(Languages.ARABIC) ? Languages.ENGLISH : Languages.ARABIC;
        return new Frame(
                language.getLanguage(),
                language.equals(Languages.ARABIC) ? "rtl" : "ltr",
                other.getLanguage(),
                link(request, other),
                signedIn(),
                null,
                false);
    }

    public Frame with(@Nullable String organization, boolean demonstration) {
        return new Frame(language, direction, otherLanguage, switchLink, me, organization, demonstration);
    }

    private static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn me ? me : null;
    }

    /**
     * The path and query as they are, but for the language and for what the page has waited for. Two slashes at the start
     * would name another host.
     */
    private static String link(HttpServletRequest request, Locale language) {
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        var kept = Arrays.stream(query.split("&", -1))
                .filter(pair ->
                        !pair.isEmpty() && !pair.startsWith(Languages.PARAMETER + "=") && !pair.startsWith("after="))
                .collect(Collectors.joining("&"));
        return Requests.path(request).replaceFirst("^/+", "/")
                + "?"
                + (kept.isEmpty() ? "" : kept + "&")
                + Languages.PARAMETER
                + "="
                + language.getLanguage();
    }
}
