package org.tansiq.infra.cities;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by their ISO codes, their names in English and Arabic, and what else people write ({@code countries.tsv}). */
final class Countries {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ar"));

    private final Map<String, String> codesByName = new HashMap<>();

    Countries() {
        for (var code : Locale.getISOCountries()) {
            codesByName.put(Keys.loose(code), code);
        }
        for (var locale : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                .map(code -> Locale.of("", code))
                .toList()) {
            var code = locale.getCountry();
            codesByName.putIfAbsent(Keys.loose(locale.getISO3Country()), code);
            LANGUAGES.forEach(language -> {
                var name = locale.getDisplayCountry(language);
                codesByName.putIfAbsent(Keys.loose(name), code);
                codesByName.putIfAbsent(Keys.loose(name.replace("&", "and")), code);
            });
        }
        for (var row : Table.read("countries.tsv")) {
            codesByName.put(Keys.loose(row[0]), row[0]);
            Table.values(row[1]).forEach(name -> codesByName.put(Keys.loose(name), row[0]));
        }
    }

    /** ISO 3166-1 alpha-2, or XK for Kosovo. */
    Optional<String> codeOf(String nameOrCode) {
        return Optional.ofNullable(codesByName.get(Keys.loose(nameOrCode)));
    }
}
