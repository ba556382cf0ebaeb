package org.tansiq.gateway.members;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.PersonalData;

/** Everybody tells of themselves what they like, which may be nothing. Coordinators of the same organisation see it. */
@Component
class TellingOfOneself {
    static final int EMAIL_LENGTH_MAX = 254;
    static final int LANGUAGES_MAX = 20;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

    private final Accounts accounts;

    TellingOfOneself(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * In the place of what was told before.
     *
     * @param languages BCP 47 tags with commas or spaces between them
     */
    void tell(SignedIn me, String name, String email, String languages) {
        if (!name.isBlank()) {
            Limits.line("name", name);
        }
        if (email.length() > EMAIL_LENGTH_MAX
                || !(email.isBlank() || EMAIL.matcher(email.strip()).matches())) {
            throw new Invalid("bad-email", "email");
        }
        var tags = Arrays.stream(languages.toLowerCase(Locale.ROOT).split("[\\s,،]+", -1))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        Limits.atMost("languages", tags.size(), LANGUAGES_MAX);
        tags.forEach(tag -> Limits.language("languages", tag));
        accounts.tell(new PersonalData(me.person(), said(name), said(email), tags));
    }

    private static @Nullable String said(String words) {
        return words.isBlank() ? null : words.strip();
    }
}
