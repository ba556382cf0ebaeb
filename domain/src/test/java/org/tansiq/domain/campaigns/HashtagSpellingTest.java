package org.tansiq.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tags are one, however they are written, and which are two. */
class HashtagSpellingTest {
    private static final List<String> OF_ALEPPO =
            List.of("#حلب_تحترق", "#AleppoIsBurning", "#حلب_تباد", "#إبادة_حلب", "#أنقذوا_حلب", "#حلب_تناديكم");
    private static final List<String> OF_GHOUTA = List.of(
            "#أنقذوا_الغوطة",
            "#الغوطة_الشرقية",
            "#الغوطة_تغرق_بالدماء",
            "#Ghouta",
            "#EasternGhouta",
            "#BreakGhoutaSiege",
            "#SaveGhouta");
    private static final List<String> WRITTEN_IN_FOUR_WAYS =
            List.of("#saveghouta", "#save_ghouta", "#savealghouta", "#save_algouta");

    @ParameterizedTest
    @CsvSource({
        // case and parting
        "#SaveGhouta, #saveghouta",
        "#SaveGhouta, #SAVE_GHOUTA",
        "#SaveGhouta, SaveGhouta",
        "#Break_Ghouta_Siege, #breakghoutasiege",
        "#أنقذوا_الغوطة, #أنقذواالغوطة",
        // articles and small words
        "#SaveGhouta, #savealghouta",
        "#SaveGhouta, #SaveElGhouta",
        "#SaveGhouta, #Save_Al_Ghouta",
        "#Raqqa, #AlRaqqa",
        "#SaveRaqqa, #SaveArRaqqa",
        "#SaveSham, #Save_AshSham",
        "#أنقذوا_الغوطة, #أنقذوا_غوطة",
        "#AleppoIsBurning, #AleppoBurning",
        "#BreakGhoutaSiege, #Break_the_Ghouta_siege",
        // Arabic in Latin letters
        "#SaveGhouta, #save_gouta",
        "#SaveGhouta, #SaveGhuta",
        "#SaveGhouta, #SaveGhoutah",
        "#SaveDouma, #SaveDuma",
        "#Idlib, #Edlib",
        "#SaveSuwayda, #SaveSweida",
        "#DeirEzZor, #Dayr_ez_Zour",
        "#Qamishli, #Kamishly",
        // hamza and its seats, ta marbuta, alef maqsura, tatweel, vowel signs
        "#أنقذوا_الغوطة, #انقذوا_الغوطة",
        "#أنقذوا_الغوطة, #إنقذوا_الغوطه",
        "#مسؤول, #مسئول",
        "#مسؤول, #مسوول",
        "#بصرى, #بصري",
        "#حلـــب_تحترق, #حلب_تحترق",
        "#حَلَب_تَحْتَرِق, #حلب_تحترق",
        // Persian letters, digits of every script
        "#سوري, #سوری",
        "#كوباني, #کوبانی",
        "#آزار_٢٠١٨, #آزار_2018",
        "#آزار_۲۰۱۸, #آزار_2018",
        // letters that look alike
        "#Save_Idlib, #Save_ldlib",
        "#save_idlib, #Save_ldlib",
        "#Idlib, #ldlib",
        "#SaveIdlib, #Save1dlib",
        "#SaveIdlib, #Sаve_Idlib",
        "#SaveIdlib, #ЅаvеІdlіb",
        "#SaveGhouta, #SaveGh0uta",
        "#SaveGhouta, #SaveGhοuta",
        "#SaveGhouta, #ＳａｖｅＧｈｏｕｔａ",
        "#SaveHoms, #SaveHorns",
        // one typing error
        "#SaveGhouta, #SavGhouta",
        "#BreakGhoutaSiege, #BreakGhuotaSiege",
        "#EasternGhouta, #EasternnGhouta",
        "#SaveGhouta, #SaveGhoyta",
        "#saveidlib, #saveidlip",
        "#أنقذوا_الغوطة, #أنقذو_الغوطة"
    })
    void written_otherwise_it_is_the_same(String one, String other) {
        assertThat(HashtagSpelling.alike(one, other)).as(one + " " + other).isTrue();
        assertThat(HashtagSpelling.alike(other, one)).as(other + " " + one).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "#saveidlib, #saveghouta",
        "#SaveHoms, #SaveHama",
        "#SaveHama, #SaveGaza",
        "#Ghouta, #SaveGhouta",
        "#EasternGhouta, #SaveGhouta",
        "#FreeSyria, #FreeLibya",
        "#Syria2017, #Syria2018",
        "#سوريا_٢٠١٧, #سوريا_2018",
        "#أنقذوا_حلب, #أنقذوا_حمص",
        "#أنقذوا_حلب, #أنقذوا_إدلب",
        "#أنقذوا_حماة, #أنقذوا_حمص",
        "#حلب_تحترق, #حلب_تباد",
        "#إدلب_تحترق, #حلب_تحترق",
        "#الغوطة_تحترق, #الغوطة_تغرق",
        "#SaveSalam, #SaveSam",
        "#Men, #Man",
        "#SaveDaraa, #SaveDouma",
        "#Aleppo, #Alep",
        "#Homs, #Hims",
        "#Stop, #Step",
        "#SaveGhouta, #SafeGhouta"
    })
    void another_word_makes_another_tag(String one, String other) {
        assertThat(HashtagSpelling.alike(one, other)).as(one + " " + other).isFalse();
        assertThat(HashtagSpelling.alike(other, one)).as(other + " " + one).isFalse();
    }

    @Test
    void the_four_ways_in_which_a_campaign_wrote_its_tag_are_one() {
        for (var one : WRITTEN_IN_FOUR_WAYS) {
            for (var other : WRITTEN_IN_FOUR_WAYS) {
                assertThat(HashtagSpelling.alike(one, other))
                        .as(one + " " + other)
                        .isTrue();
            }
            assertThat(HashtagSpelling.alike(one, "#SaveGhouta")).as(one).isTrue();
            OF_GHOUTA.stream()
                    .filter(tag -> !tag.equals("#SaveGhouta"))
                    .forEach(tag -> assertThat(HashtagSpelling.alike(one, tag))
                            .as(one + " " + tag)
                            .isFalse());
        }
    }

    @Test
    void the_tags_that_the_campaigns_told_apart_stay_apart() {
        var all = Stream.concat(OF_ALEPPO.stream(), OF_GHOUTA.stream()).toList();
        for (var one : all) {
            for (var other : all) {
                assertThat(HashtagSpelling.alike(one, other))
                        .as(one + " " + other)
                        .isEqualTo(one.equals(other));
            }
        }
    }

    @Test
    void a_tag_of_nothing_but_articles_is_compared_as_others_are() {
        assertThat(HashtagSpelling.alike("#" + "al".repeat(49), "#SaveGhouta")).isFalse();
        assertThat(HashtagSpelling.alike("#" + "al".repeat(49), "#" + "al".repeat(49)))
                .isTrue();
    }

    @Provide
    Arbitrary<String> tags() {
        var anything = Arbitraries.strings()
                .withChars("abcdeghiklmnorstuvwyABEGHIS_0127")
                .withChars("ابتحدرسشصعغفقكلمنهويىةءأإآؤئـَُّ٠١٢٣گکیە")
                .withChars("аеорсуіѕАЕОРСІοανΝρÅéşğıİßæ")
                .ofMinLength(1)
                .ofMaxLength(30);
        var words = Arbitraries.of(
                "save", "Save", "al", "El", "ghouta", "Gouta", "_", "Idlib", "ldlib", "أنقذوا", "الغوطة", "غوطه",
                "2018");
        return Arbitraries.oneOf(
                        anything, words.list().ofMinSize(1).ofMaxSize(5).map(all -> String.join("", all)))
                .map(tag -> "#" + tag);
    }

    @Property
    void who_is_whose_variant_does_not_hang_on_who_is_asked(@ForAll("tags") String one, @ForAll("tags") String other) {
        assertThat(HashtagSpelling.alike(one, other)).isEqualTo(HashtagSpelling.alike(other, one));
    }

    @Property
    void a_tag_is_its_own_variant(@ForAll("tags") String tag) {
        assertThat(HashtagSpelling.alike(tag, tag)).isTrue();
        assertThat(HashtagSpelling.alike(tag, tag.replace("_", ""))).isTrue();
        assertThat(HashtagSpelling.alike(tag, "#_" + tag.substring(1))).isTrue();
    }

    @Property
    void what_is_folded_folds_to_itself(@ForAll("tags") String tag) {
        var folded = HashtagSpelling.of(tag).folded();

        assertThat(HashtagSpelling.of(folded).folded()).isEqualTo(folded);
        assertThat(HashtagSpelling.alike(tag, folded)).isTrue();
    }
}
