package org.tansiq.infra.cities;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a loose name is heard, in letters that Arabic and Latin spellings share: consonants in classes, and long vowels as A, W
 * and Y. لايبيزيغ is {@code lAYbYzYg}, Leipzig {@code lYbzYg}.
 */
final class Heard {
    /** Each writes the same letters and says others: German ch and w, Spanish j, French endings. */
    private static final Set<String> AS_GERMANS =
            Set.of("DE", "AT", "CH", "LU", "NL", "BE", "DK", "SE", "NO", "FI", "PL", "CZ", "SK", "HU", "SI", "HR");

    private static final Set<String> AS_THE_FRENCH =
            Set.of("FR", "BE", "CH", "LU", "CA", "MC", "MA", "DZ", "TN", "LB", "SN", "TD", "CI", "ML", "NE");
    private static final Set<String> AS_SPANIARDS =
            Set.of("ES", "MX", "AR", "CL", "CO", "PE", "VE", "UY", "EC", "BO", "PY", "CR", "CU", "GT", "US");
    private static final Set<String> AS_ITALIANS = Set.of("IT", "CH", "SM", "NL", "BE", "RO");
    private static final Set<String> AS_TURKS = Set.of("TR", "CY", "AZ");
    private static final Pattern SILENT_END = Pattern.compile("(?:e?[stxdzp]s?|es?)$");
    private static final Pattern VOWELS = Pattern.compile("[AWY]");
    private static final String VOWEL = "AWY";

    private Heard() {}

    static boolean isArabic(String loose) {
        return !loose.isEmpty() && loose.charAt(0) >= '\u0600' && loose.charAt(0) <= '\u06FF';
    }

    /** As those may read it who live in the country. */
    static Set<String> readings(String loose, String country) {
        var readings = new LinkedHashSet<String>();
        var plain = loose.replace("تش", "س").replace("تس", "س").replace("تز", "س");
        if (isArabic(loose)) {
            readings.add(of(plain));
            return readings;
        }
        plain = loose.replace("tsch", "s")
                .replace("tch", "s")
                .replace("tz", "s")
                .replace("ts", "s")
                .replace("zz", "s")
                .replace("dj", "g")
                .replace("dt", "t");
        readings.add(of(plain.replace("sch", "s").replace("ch", "s")));
        if (AS_GERMANS.contains(country)) {
            readings.add(of(plain.replace("sch", "s")
                    .replace("ch", "k")
                    .replace('w', 'v')
                    .replace('j', 'i')));
            readings.add(of(plain.replace("sch", "sk").replace("ch", "k").replace('w', 'v')));
        }
        if (AS_THE_FRENCH.contains(country)) {
            readings.add(of(SILENT_END
                    .matcher(plain.replace("ch", "s").replace("gn", "ni"))
                    .replaceFirst("")));
        }
        if (AS_SPANIARDS.contains(country)) {
            readings.add(of(plain.replace("ch", "s").replace('j', 'k').replace("gn", "ni")));
        }
        if (AS_ITALIANS.contains(country)) {
            readings.add(of(plain.replace("ch", "k").replace("gn", "ni").replace("gli", "li")));
        }
        if (AS_TURKS.contains(country)) {
            readings.add(of(plain.replace('c', 'j')));
        }
        return readings;
    }

    /** The consonants alone, and those as one that languages write for each other. */
    static String skeleton(String heard) {
        return squeezed(VOWELS.matcher(heard).replaceAll("").replace('g', 'k').replace('z', 's'));
    }

    static boolean beginsWithVowel(String heard) {
        return !heard.isEmpty() && VOWEL.indexOf(heard.charAt(0)) >= 0;
    }

    private static String of(String loose) {
        var out = new StringBuilder(loose.length());
        for (var i = 0; i < loose.length(); i++) {
            var next = i + 1 < loose.length() ? loose.charAt(i + 1) : ' ';
            out.append(sound(loose.charAt(i), next, i == 0));
        }
        return squeezed(out.toString());
    }

    private static String squeezed(String sounds) {
        var out = new StringBuilder(sounds.length());
        for (var i = 0; i < sounds.length(); i++) {
            if (out.isEmpty() || out.charAt(out.length() - 1) != sounds.charAt(i)) {
                out.append(sounds.charAt(i));
            }
        }
        return out.toString();
    }

    private static String sound(char letter, char next, boolean first) {
        return switch (letter) {
            case 'p' -> next == 'h' ? "f" : "b";
            case 'b', 'ب', 'پ' -> "b";
            case 't', 'ت', 'ط', 'ث' -> "t";
            case 'd', 'د', 'ض', 'ذ' -> "d";
            case 'c' -> "eiy".indexOf(next) >= 0 ? "s" : "k";
            case 'k', 'q', 'ك', 'ق', 'خ' -> "k";
            case 'x' -> "ks";
            case 'g', 'j', 'ج', 'غ', 'گ' -> "g";
            case 's', 'س', 'ش', 'ص', 'چ' -> "s";
            case 'z', 'ز', 'ظ', 'ژ' -> "z";
            case 'f', 'v', 'ف', 'ڤ' -> "f";
            case 'l', 'ل' -> "l";
            case 'm', 'م' -> "m";
            case 'n', 'ن' -> "n";
            case 'r', 'ر' -> "r";
            case 'h', 'ه', 'ح' -> first ? "h" : "";
            case 'a', 'ا', 'ع' -> "A";
            case 'o', 'u', 'w', 'و' -> "W";
            case 'e', 'i', 'y', 'ي' -> "Y";
            default -> "";
        };
    }
}
