package org.tansiq.gateway.members;

import io.nayuki.qrcodegen.QrCode;
import java.util.Locale;

/** A QR code as one path of SVG, drawn here: no picture of a secret is fetched from anywhere. */
final class QrSvg {
    private static final int BORDER = 4;

    private QrSvg() {}

    static String of(String text, String label) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append(String.format(Locale.ROOT, "M%d %dh1v1h-1z", x + BORDER, y + BORDER));
                }
            }
        }
        var size = code.size + 2 * BORDER;
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " role=\"img\" aria-label=\"%s\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>"
                        + "<path d=\"%s\" fill=\"#000\"/></svg>",
                size,
                size,
                5 * size,
                5 * size,
                label.replaceAll("[<>&\"]", ""),
                path);
    }
}
