package org.tansiq.gateway.passkeys;

import java.net.URI;
import java.util.regex.Pattern;
import org.tansiq.gateway.shared.StartRefused;

/**
 * Where people find this server, as browsers know it. Passkeys are bound to it: one made for another site opens nothing
 * here, and one made here opens nothing elsewhere.
 *
 * @param origin {@code https://host} with a port if it is not the usual one
 * @param host a name, which no number of an address is
 */
record Site(String origin, String host) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    /** @throws StartRefused when it is nothing that browsers keep passkeys for */
    static Site of(String given) {
        var origin = given.strip();
        try {
            var uri = URI.create(origin);
            var host = uri.getHost();
            var safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && "localhost".equals(host));
            if (safe
                    && host != null
                    && isOrigin(origin, uri)
                    && !ADDRESS.matcher(host).matches()) {
                return new Site(origin, host);
            }
        } catch (IllegalArgumentException noAddress) {
            // is told below
        }
        throw new StartRefused(
                "TANSIQ_SITE must be where people find the server: https:// and the name of a host, nothing after it.\n"
                        + "يجب أن يكون TANSIQ_SITE عنوان الخادم كما يصل إليه الناس: ‎https://‎ ثم اسم المضيف ولا شيء بعده.",
                "Set it to such as https://tansiq.example.org, or leave it out: then there are no passkeys.\n"
                        + "اضبطه مثلًا على ‎https://tansiq.example.org‎، أو احذفه فلا تكون هناك مفاتيح مرور.");
    }

    private static boolean isOrigin(String origin, URI uri) {
        var port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        return origin.equals(uri.getScheme() + "://" + uri.getHost() + port);
    }
}
