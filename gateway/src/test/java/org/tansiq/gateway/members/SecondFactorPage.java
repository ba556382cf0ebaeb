package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** What a person reads on the pages about a second factor. */
public final class SecondFactorPage {
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("([A-Z2-7]{6}(-[A-Z2-7]{6}){3})<");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private SecondFactorPage() {}

    static String secret(String page) {
        var secret = SECRET.matcher(page);
        assertThat(secret.find()).as(page).isTrue();
        return secret.group(1);
    }

    static List<String> recovery(String page) {
        return RECOVERY.matcher(page).results().map(code -> code.group(1)).toList();
    }

    public static byte[] decoded(String base32) {
        var bits = new StringBuilder();
        base32.chars()
                .filter(letter -> letter != ' ')
                .forEach(letter -> bits.append(String.format("%5s", Integer.toBinaryString(LETTERS.indexOf(letter)))
                        .replace(' ', '0')));
        var bytes = new byte[bits.length() / 8];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }
}
