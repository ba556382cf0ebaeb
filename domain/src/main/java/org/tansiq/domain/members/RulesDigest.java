package org.tansiq.domain.members;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tansiq.domain.shared.Id;
import org.tansiq.domain.shared.Text;

/** Names rules by what they say, in every language: SHA-256 in 64 hexadecimal digits. It is in no event and in no row. */
public record RulesDigest(String value) implements Id {
    public RulesDigest {
        Id.check(value);
    }

    public static RulesDigest of(Text rules) {
        var written = new StringBuilder();
        // With its length, so that no words look like those of two languages.
        rules.in()
                .forEach((language, words) -> written.append(language)
                        .append(' ')
                        .append(words.length())
                        .append(' ')
                        .append(words));
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(written.toString().getBytes(StandardCharsets.UTF_8));
            return new RulesDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
