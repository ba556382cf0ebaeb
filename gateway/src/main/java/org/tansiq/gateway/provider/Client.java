package org.tansiq.gateway.provider;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.gateway.shared.ProviderSettings;
import org.tansiq.gateway.shared.StartRefused;

/** What this server is to the provider: checked at the start, before anybody is asked. */
record Client(String issuer, String id, String secret) {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws StartRefused when something is missing, or the provider would be spoken to without TLS */
    static Client of(ProviderSettings settings) {
        var issuer = String.valueOf(settings.issuer());
        var id = settings.client();
        if (id == null || id.isBlank() || !isSafe(issuer)) {
            throw new StartRefused(
                    "TANSIQ_OIDC_ISSUER is an https:// address, and needs TANSIQ_OIDC_CLIENT beside it.\n"
                            + "يجب أن يبدأ TANSIQ_OIDC_ISSUER بـ ‎https://‎ وأن يكون معه TANSIQ_OIDC_CLIENT.",
                    "Set both, or neither: then nobody signs in by another provider.\n"
                            + "اضبطهما معًا أو احذفهما معًا فلا يدخل أحد عن طريق مزوّد آخر.");
        }
        return new Client(issuer, id.strip(), secret(settings.secretFile()));
    }

    private static boolean isSafe(String issuer) {
        try {
            var uri = URI.create(issuer);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost())));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static String secret(@Nullable Path file) {
        try {
            var secret = file == null ? "" : Files.readString(file).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException unreadable) {
            // is told below
        }
        throw new StartRefused(
                "TANSIQ_OIDC_SECRET_FILE must be a file that can be read and holds the secret.\n"
                        + "يجب أن يكون TANSIQ_OIDC_SECRET_FILE ملفًا مقروءًا فيه السر.",
                "Put what the provider gave you into a file that only this server reads, and name it.\n"
                        + "ضع ما أعطاك المزوّد في ملف لا يقرؤه إلا هذا الخادم، واذكر اسمه.");
    }

    @Override
    public String toString() {
        return "Client[" + issuer + "]";
    }
}
