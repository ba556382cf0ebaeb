package org.tansiq.gateway.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token of a browser's forms follows from the secret in its cookie: a page of another site knows neither, and with
 * the secret the token changes. Nothing of it is kept.
 */
final class FormTokens implements CsrfTokenRepository {
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String PARAMETER = "_csrf";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FRESH = FormTokens.class.getName();

    private final SessionCookie cookie;

    FormTokens(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return request.getAttribute(FRESH) instanceof String secret
                ? token(secret)
                : cookie.read(request).map(FormTokens::token).orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var secret = Secrets.fresh();
        request.setAttribute(FRESH, secret);
        return token(secret);
    }

    /** Signing in and out change the cookie themselves. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(FRESH) instanceof String secret) {
            cookie.write(response, secret);
        }
    }

    private static CsrfToken token(String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var token = mac.doFinal("forms".getBytes(StandardCharsets.UTF_8));
            return new DefaultCsrfToken(
                    HEADER, PARAMETER, Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
