package org.tansiq.projections.actions.matching;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.domain.shared.Text;

class TitleLikenessTest {
    private static boolean alike(String one, String other) {
        return TitleLikeness.of(Text.of("en", one), Text.of("en", other)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Print leaflets | Print the leaflets",
                "Print leaflets | Printing of flyers",
                "Print 500 leaflets | Print leaflets",
                "Leaflets: print! | print leaflets",
                "Print leaflets for Saturday | print leaflets",
                "Leaflets | Flyers",
                "Book a sound system | sound system",
                "Tranlsate the press release | Translation of the press release",
                "Call the ambulance coordinator | Call ambulance cordinator",
                "طباعة المنشورات | طباعه منشورات",
                "أطلبوا إذن الوقفة | اطلبوا اذن الوقفه",
                "ترجمة البيان للصحافة | ترجمة بيان الصحافة",
                "كتابة البيان بالعربية | كتابة بيان العربية",
                "وطباعة الملصقات | طباعة ملصقات",
                "طباعة المنشورات | Print leaflets",
                "Flugblätter drucken | imprimer des tracts",
                "Bildiri baskısı ve dağıtım | Bildiri baskı dağıtım",
                "Übersetzung für die Presse | Traduction pour la presse",
                "Kerzen kaufen | Mum almak",
            })
    void the_same_in_other_words_is_alike(String one, String other) {
        assertThat(alike(one, other)).isTrue();
        assertThat(alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Print leaflets | Print posters",
                "Print leaflets | Distribute leaflets",
                "Sound system for the vigil in Berlin | Sound system for the vigil in Paris",
                "Leaflets | Print leaflets in Arabic for Berlin",
                "For the vigil | For the press",
                "طباعة المنشورات | توزيع المنشورات",
                "طلب تصريح في برلين | طلب تصريح في باريس",
                "500 | 600",
                "… | …",
                "Flugblattdruck | Flugblätter drucken",
                "Water | Waiter",
            })
    void other_work_is_not_alike(String one, String other) {
        assertThat(alike(one, other)).isFalse();
        assertThat(alike(other, one)).isFalse();
    }

    @Test
    void of_several_languages_one_is_enough() {
        var both = Text.ofBoth("شراء شموع", "Something for the evening");

        assertThat(TitleLikeness.of(both, Text.of("de", "Kerzen kaufen"))).hasValue(1);
    }

    @Test
    void what_was_erased_is_like_nothing() {
        assertThat(TitleLikeness.of(Text.ERASED, Text.ERASED)).isEmpty();
    }

    @Test
    void what_says_a_little_more_is_less_alike_than_what_says_the_same() {
        var title = Text.of("en", "Print leaflets");

        assertThat(TitleLikeness.of(title, Text.of("en", "flyers, printing"))).hasValue(1);
        assertThat(TitleLikeness.of(title, Text.of("en", "Print leaflets on Saturday"))
                        .orElse(0))
                .isBetween(0.5, 0.9);
    }

    @Property(tries = 300)
    void it_does_not_matter_which_comes_first(
            @ForAll @StringLength(max = 40) String one, @ForAll @StringLength(max = 40) String other) {
        var here = TitleLikeness.of(Text.of("en", one), Text.of("en", other));
        var there = TitleLikeness.of(Text.of("en", other), Text.of("en", one));

        assertThat(here.isPresent()).isEqualTo(there.isPresent());
        here.ifPresent(score -> assertThat(score).isGreaterThan(0).isLessThanOrEqualTo(1));
    }
}
