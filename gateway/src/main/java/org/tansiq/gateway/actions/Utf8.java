package org.tansiq.gateway.actions;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tansiq.domain.shared.Invalid;

/** Bytes that claim to be text. Nothing is put in the place of what cannot be read: it would be somebody's name. */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * The text, without the mark that spreadsheet programs put before it.
     *
     * @throws Invalid {@code broken-utf8} with the first line, from 1, that is not UTF-8
     */
    static String text(byte[] file) {
        var in = ByteBuffer.wrap(file);
        var out = CharBuffer.allocate(file.length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(in, out, true).isError()) {
            throw new Invalid("broken-utf8", "file", Map.of("line", line(file, in.position())));
        }
        var text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static int line(byte[] file, int position) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            if (file[i] == '\n' || (file[i] == '\r' && file[i + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }
}
