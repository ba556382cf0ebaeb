package org.tansiq.domain.campaigns;

/**
 * One letter wrong, missing, too many, or changed places with the next: in tags that are long, and never in a number, for
 * there another one means another thing. Another letter in a short word makes another word sooner than a missing one does.
 */
final class TypingError {
    private static final int TAG_LENGTH_MIN = 8;
    private static final int WORD_LENGTH_MIN = 4;
    private static final int REPLACED_WORD_LENGTH_MIN = 5;

    private TypingError() {}

    static boolean parts(HashtagForm one, HashtagForm other) {
        return one.letters().length() <= other.letters().length() ? between(one, other) : between(other, one);
    }

    private static boolean between(HashtagForm shorter, HashtagForm longer) {
        var few = shorter.letters();
        var many = longer.letters();
        if (few.length() < TAG_LENGTH_MIN || many.length() - few.length() > 1) {
            return false;
        }
        var before = before(few, many);
        var after = after(few, many, before);
        var wrong = many.substring(before, many.length() - after);
        var instead = few.substring(before, few.length() - after);
        var replaced = wrong.length() == 1 && instead.length() == 1;
        var wordMin = replaced ? REPLACED_WORD_LENGTH_MIN : WORD_LENGTH_MIN;
        return isOne(wrong, instead)
                && (wrong + instead).chars().noneMatch(Character::isDigit)
                && isInWordOf(wordMin - (many.length() - few.length()), shorter, Math.min(before, few.length() - 1))
                && isInWordOf(wordMin, longer, before);
    }

    private static boolean isOne(String wrong, String instead) {
        return wrong.length() == 1
                || (wrong.length() == 2
                        && instead.length() == 2
                        && wrong.charAt(0) == instead.charAt(1)
                        && wrong.charAt(1) == instead.charAt(0));
    }

    private static boolean isInWordOf(int lengthMin, HashtagForm form, int at) {
        return !form.isParted() || form.wordLength(at) >= lengthMin;
    }

    private static int before(String few, String many) {
        var alike = 0;
        while (alike < few.length() && few.charAt(alike) == many.charAt(alike)) {
            alike++;
        }
        return alike;
    }

    private static int after(String few, String many, int before) {
        var alike = 0;
        while (alike < few.length() - before
                && few.charAt(few.length() - 1 - alike) == many.charAt(many.length() - 1 - alike)) {
            alike++;
        }
        return alike;
    }
}
