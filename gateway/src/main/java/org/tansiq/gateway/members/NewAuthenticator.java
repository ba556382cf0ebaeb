package org.tansiq.gateway.members;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tansiq.gateway.shared.Words;

/** A fresh secret on a page, to scan and to type. */
@Component
class NewAuthenticator {
    private static final int GROUP = 4;

    private final Words words;

    NewAuthenticator(Words words) {
        this.words = words;
    }

    void show(byte[] fresh, String login, Locale language, Model page) {
        var secret = Base32.of(fresh);
        page.addAttribute("secret", Base32.inGroups(secret, GROUP).replace('-', ' '));
        page.addAttribute("qr", QrSvg.of(address(login, secret), words.of("second-factor.qr", language)));
    }

    private static String address(String login, String secret) {
        return "otpauth://totp/Tansiq:"
                + URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + secret + "&issuer=Tansiq";
    }
}
