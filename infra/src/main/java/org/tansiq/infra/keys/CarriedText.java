package org.tansiq.infra.keys;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.keys.FreeTexts.Shape;

/**
 * A sealed text on its way through a fold into a row: a value of the kind that the text is, and in it, besides the sealed
 * bytes, where they open. A projection hands it on like any other text.
 *
 * @param sealed in base 64
 */
record CarriedText(Shape shape, String sealed, String event, String owner, String property) {
    private static final String MARK = "*sealed\n1";
    private static final int PARTS = 6;
    /** How one begins in JSON, whatever its shape. */
    static final String START = "\"*sealed\\n1";

    /** In JSON, {@code end} exclusive. */
    record Found(CarriedText text, int start, int end) {}

    String json() {
        return shape.around(Json.write(String.join("\n", MARK + shape.mark(), sealed, event, owner, property)));
    }

    /** The one whose {@link #START} is here; nothing if these are words of somebody that only look like it. */
    static @Nullable Found at(String json, int start) {
        var end = start + 1;
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= json.length()) {
            return null;
        }
        var written = json.substring(start, end + 1);
        var text = read(written);
        if (text == null) {
            return null;
        }
        var whole = text.shape.around(written);
        var from = start - whole.indexOf(written);
        return json.startsWith(whole, from) ? new Found(text, from, from + whole.length()) : null;
    }

    private static @Nullable CarriedText read(String written) {
        try {
            var parts = Json.read(written, String.class).split("\n", -1);
            if (parts.length != PARTS || parts[1].length() != 2) {
                return null;
            }
            var mark = parts[1].charAt(1);
            return Arrays.stream(Shape.values())
                    .filter(shape -> shape.mark() == mark)
                    .findFirst()
                    .map(shape -> new CarriedText(shape, parts[2], parts[3], parts[4], parts[5]))
                    .orElse(null);
        } catch (UnreadableJson somebodysWords) {
            return null;
        }
    }
}
