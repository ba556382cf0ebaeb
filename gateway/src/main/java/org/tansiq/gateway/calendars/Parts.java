package org.tansiq.gateway.calendars;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;

/**
 * Takes a file apart. Lines end with CRLF, LF or CR, and go on where the next begins with a blank; they are joined before
 * they are read as UTF-8, for some programs break them within a letter. What one entry has wrong is noted in it; a file
 * that does not end what it begins is refused as a whole, for something of it is missing.
 */
final class Parts {
    static final int ENTRIES_MAX = 5_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int DEPTH_MAX = 8;

    private final byte[] file;
    private final Part whole = new Part("", 1);
    private final ArrayDeque<Part> open = new ArrayDeque<>();
    private int entries;

    private Parts(byte[] file) {
        this.file = file;
        open.push(whole);
    }

    /**
     * The calendars of a file.
     *
     * @throws Invalid {@code broken-utf8}, {@code calendar-broken} with its line, or {@code too-many} entries
     */
    static Part of(byte[] file) {
        return new Parts(file).read();
    }

    private Part read() {
        var logical = new byte[file.length];
        var length = 0;
        var line = 1;
        var begun = 1;
        for (var i = startsWithMark() ? BYTE_ORDER_MARK.length : 0; i < file.length; i++) {
            if (file[i] != '\n' && file[i] != '\r') {
                logical[length++] = file[i];
                continue;
            }
            if (file[i] == '\r' && i + 1 < file.length && file[i + 1] == '\n') {
                i++;
            }
            line++;
            if (i + 1 < file.length && (file[i + 1] == ' ' || file[i + 1] == '\t')) {
                i++;
            } else {
                take(begun, logical, length);
                length = 0;
                begun = line;
            }
        }
        take(begun, logical, length);
        if (open.size() > 1) {
            throw broken(open.element().line());
        }
        if (whole.parts().isEmpty()) {
            throw broken(1);
        }
        return whole;
    }

    private boolean startsWithMark() {
        return file.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(file, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private void take(int line, byte[] bytes, int length) {
        var text = text(line, bytes, length);
        if (text.isBlank()) {
            return;
        }
        var property = ContentLine.of(line, text).orElse(null);
        if (property == null) {
            unreadable(line);
            return;
        }
        switch (property.name()) {
            case "BEGIN" -> begin(property);
            case "END" -> end(property);
            default -> inside(line).add(property);
        }
    }

    private static String text(int line, byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new Invalid("broken-utf8", "file", Map.of("line", line));
        }
    }

    private void begin(ContentLine property) {
        var name = name(property);
        if (open.size() == 1 != name.equals("VCALENDAR") || open.size() > DEPTH_MAX) {
            throw broken(property.line());
        }
        if (name.equals("VEVENT")) {
            Limits.atMost("VEVENT", ++entries, ENTRIES_MAX);
        }
        open.push(new Part(name, property.line()));
    }

    private void end(ContentLine property) {
        if (open.size() == 1 || !open.element().name().equals(name(property))) {
            throw broken(property.line());
        }
        var ended = open.pop();
        open.element().add(ended);
    }

    private static String name(ContentLine property) {
        return property.value().strip().toUpperCase(Locale.ROOT);
    }

    private Part inside(int line) {
        if (open.size() == 1) {
            throw broken(line);
        }
        return open.element();
    }

    private void unreadable(int line) {
        inside(line);
        for (var part : open) {
            part.unreadable(line);
        }
    }

    private static Invalid broken(int line) {
        return new Invalid("calendar-broken", "file", Map.of("line", line));
    }
}
