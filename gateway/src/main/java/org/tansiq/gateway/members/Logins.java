package org.tansiq.gateway.members;

import java.util.Map;
import java.util.regex.Pattern;
import org.tansiq.domain.shared.Invalid;

/** What a login may look like: letters and digits of any script and {@code . _ - @ +}. */
final class Logins {
    static final int LENGTH_MIN = 3;
    static final int LENGTH_MAX = 64;

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@+-]+");

    private Logins() {}

    static void check(String field, String login) {
        if (login.length() < LENGTH_MIN
                || login.length() > LENGTH_MAX
                || !ALLOWED.matcher(login).matches()) {
            throw new Invalid("bad-login", field, Map.of("min", LENGTH_MIN, "max", LENGTH_MAX));
        }
    }
}
