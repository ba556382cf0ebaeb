package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** What a person reads on the pages about a second factor. */
final class SecondFactorPage {
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("([A-Z2-7]{6}(-[A-Z2-7]{6}){3})<");

    private SecondFactorPage() {}

    static String secret(String page) {
        var secret = SECRET.matcher(page);
        assertThat(secret.find()).as(page).isTrue();
        return secret.group(1);
    }

    static List<String> recovery(String page) {
        return RECOVERY.matcher(page).results().map(code -> code.group(1)).toList();
    }
}
