package org.tansiq.gateway.actions;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.shared.Folding;

/** Guesses the kind of an action from the words of its title, Arabic or English. */
final class KindFromTitle {
    /** Arabic writes "and", "for", "the" and their like at the front of the word. */
    private static final String ARABIC_PREFIX = "(?:[وفبلك]?(?:ال)?|لل)";

    /** The 15th of March is a day of many actions, and few of them are marches. */
    private static final Pattern DAY_OF_MARCH = Pattern.compile("\\b(?:\\p{Nd}+(?:st|nd|rd|th)? march|march \\p{Nd}+)");

    /** The first kind that is named wins: words that say much come before words that go with anything. */
    private static final List<Sign> SIGNS = List.of(
            sign(
                    ActionKind.PRESS_CONFERENCE,
                    "press conference",
                    "press briefing",
                    "news conference",
                    "مؤتمر صحفي",
                    "مؤتمر الصحفي",
                    "مؤتمر صحافي",
                    "مؤتمر الصحافي"),
            sign(ActionKind.PETITION_STAND, "petition", "petitions", "جمع تواقيع", "جمع توقيعات", "عريضة"),
            sign(ActionKind.EXHIBITION, "exhibition", "exhibitions", "معرض"),
            sign(ActionKind.PROJECTION, "projection", "projections", "عرض ضوئي", "إسقاط ضوئي"),
            sign(ActionKind.SIT_IN, "sit in", "sit ins", "sitin", "اعتصام", "اعتصامات"),
            sign(ActionKind.VIGIL, "vigil", "vigils", "candlelight", "وقفة", "وقفات", "شموع"),
            sign(
                    ActionKind.DEMONSTRATION,
                    "demonstration",
                    "demonstrations",
                    "demo",
                    "protest",
                    "protests",
                    "rally",
                    "مظاهرة",
                    "مظاهرات",
                    "تظاهرة",
                    "تظاهرات"),
            sign(ActionKind.MARCH, "march", "marches", "مسيرة", "مسيرات"),
            sign(ActionKind.MEETING, "meeting", "meetings", "اجتماع", "لقاء"));

    private record Sign(ActionKind kind, Pattern words) {}

    private KindFromTitle() {}

    /** {@link ActionKind#OTHER} if the title says nothing of it. */
    static ActionKind guess(String title) {
        var words = DAY_OF_MARCH.matcher(Folding.fold(title)).replaceAll("");
        return SIGNS.stream()
                .filter(sign -> sign.words().matcher(words).find())
                .map(Sign::kind)
                .findFirst()
                .orElse(ActionKind.OTHER);
    }

    private static Sign sign(ActionKind kind, String... words) {
        var any = Stream.of(words).map(Folding::fold).collect(joining("|"));
        return new Sign(
                kind, Pattern.compile("(?<![\\p{L}\\p{N}])" + ARABIC_PREFIX + "(?:" + any + ")(?![\\p{L}\\p{N}])"));
    }
}
