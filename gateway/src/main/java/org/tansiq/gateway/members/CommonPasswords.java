package org.tansiq.gateway.members;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that are guessed first, however long they are: the same few letters again and again, runs along a keyboard or
 * an alphabet, and one or two of the usual words with digits and signs around them.
 */
final class CommonPasswords {
    private static final int REPEATED_MAX = 4;
    private static final int BREAKS_MAX = 3;
    private static final int WORDS_MAX = 2;

    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiopü",
            "yxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "1qaz",
            "2wsx",
            "3edc",
            "4rfv",
            "5tgb",
            "6yhn",
            "!@#$%^&*()",
            "ضصثقفغعهخحجد",
            "شسيبلاتنمكط",
            "ئءؤرىةوزظ",
            "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
            "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
            "٠١٢٣٤٥٦٧٨٩٠");

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwort",
            "passwd",
            "passw",
            "pass",
            "motdepasse",
            "contrasena",
            "kennwort",
            "letmein",
            "iloveyou",
            "iloveu",
            "welcome",
            "willkommen",
            "bienvenue",
            "hello",
            "admin",
            "administrator",
            "root",
            "login",
            "user",
            "test",
            "secret",
            "changeme",
            "default",
            "qwerty",
            "qwertz",
            "azerty",
            "asdf",
            "abc",
            "monkey",
            "dragon",
            "master",
            "shadow",
            "sunshine",
            "princess",
            "football",
            "baseball",
            "superman",
            "batman",
            "trustno",
            "freedom",
            "syria",
            "palestine",
            "damascus",
            "aleppo",
            "ghouta",
            "allah",
            "mohammad",
            "mohammed",
            "muhammad",
            "ahmad",
            "ahmed",
            "habibi",
            "tansiq",
            "coalition",
            "organisation",
            "organization",
            "january",
            "february",
            "april",
            "august",
            "september",
            "october",
            "november",
            "december",
            "summer",
            "winter",
            "spring",
            "autumn",
            "كلمةالسر",
            "كلمةالمرور",
            "كلمةسر",
            "مرحبا",
            "بسماللهالرحمنالرحيم",
            "بسمالله",
            "الله",
            "اللهاكبر",
            "محمد",
            "احمد",
            "حبيبي",
            "سوريا",
            "سورية",
            "فلسطين",
            "دمشق",
            "حلب",
            "تنسيق",
            "حرية",
            "الحرية",
            "ثورة");

    private CommonPasswords() {}

    static boolean has(String password) {
        var plain = password.toLowerCase(Locale.ROOT).replaceAll("[أإآ]", "ا");
        return repeatsItself(plain) || runsAlong(plain) || isUsualWords(plain);
    }

    private static boolean repeatsItself(String plain) {
        for (var unit = 1; unit <= REPEATED_MAX && unit < plain.length(); unit++) {
            if (plain.substring(unit).equals(plain.substring(0, plain.length() - unit))) {
                return true;
            }
        }
        return false;
    }

    private static boolean runsAlong(String plain) {
        var breaks = 0;
        for (var i = 1; i < plain.length(); i++) {
            if (!areNeighbours(plain.charAt(i - 1), plain.charAt(i))) {
                breaks++;
            }
        }
        return breaks <= BREAKS_MAX;
    }

    private static boolean areNeighbours(char one, char next) {
        return one == next
                || RUNS.stream().anyMatch(run -> run.contains("" + one + next) || run.contains("" + next + one));
    }

    private static boolean isUsualWords(String plain) {
        return consistsOf(letters(plain), WORDS_MAX) || consistsOf(letters(meant(plain)), WORDS_MAX);
    }

    private static boolean consistsOf(String letters, int words) {
        return letters.isEmpty()
                ? words < WORDS_MAX
                : words > 0
                        && WORDS.stream()
                                .anyMatch(word -> letters.startsWith(word)
                                        && consistsOf(letters.substring(word.length()), words - 1));
    }

    private static String letters(String plain) {
        return plain.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** With the letters for which digits and signs are put; those at the end are a year or a flourish. */
    private static String meant(String plain) {
        return plain.replaceAll("[^\\p{L}]+$", "")
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }
}
