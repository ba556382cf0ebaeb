package org.tansiq.gateway.actions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows a row again. Every cell counts but the row's number; so that a sheet may be saved by another program, white
 * space counts as one space, and the language of the header and the order of columns do not count.
 */
final class Fingerprint {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Fingerprint() {}

    static String of(Header header, List<String> line) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < line.size(); i++) {
            var name = i < header.names().size() ? header.names().get(i) : "";
            var words = WHITE_SPACE.matcher(line.get(i)).replaceAll(" ").strip();
            if (!words.isEmpty() && !name.equals(Column.ROW.name())) {
                // With its lengths, no cell can look like the end of one and the beginning of another.
                cells.add(name.length() + ":" + name + words.length() + ":" + words);
            }
        }
        Collections.sort(cells);
        return sha256(String.join("", cells));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
