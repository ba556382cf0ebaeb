package org.tansiq.gateway.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.domain.actions.ActionKind;

class KindFromTitleTest {
    @ParameterizedTest
    @CsvSource({
        "وقفة شموع من أجل الغوطة, VIGIL",
        "أنقذوا الغوطة - وقفة احتجاجية, VIGIL",
        "الوقفة التضامنية, VIGIL",
        "Candlelight vigil for Ghouta, VIGIL",
        "مظاهرة نصرة للغوطة, DEMONSTRATION",
        "تظاهرة أمام السفارة, DEMONSTRATION",
        "Demonstration in London, DEMONSTRATION",
        "Rally for Aleppo, DEMONSTRATION",
        "اعتصام مفتوح, SIT_IN",
        "والاعتصام مستمر, SIT_IN",
        "Sit-in at the embassy, SIT_IN",
        "مسيرة نحو البرلمان, MARCH",
        "March for Ghouta, MARCH",
        "Remember 15 March, OTHER",
        "Vigil on March 15, VIGIL",
        "The 15th March and a march, MARCH",
        "مؤتمر صحفي, PRESS_CONFERENCE",
        "المؤتمر الصحافي المشترك, PRESS_CONFERENCE",
        "Press conference and vigil, PRESS_CONFERENCE",
        "Meeting with the minister, MEETING",
        "لقاء مع نواب, MEETING",
        "Photo exhibition, EXHIBITION",
        "معرض صور, EXHIBITION",
        "Petition stand, PETITION_STAND",
        "Projection on the UN building, PROJECTION",
        "Break the siege of Ghouta, OTHER",
        "Marching orders, OTHER",
        "!, OTHER"
    })
    void the_words_of_a_title_tell_its_kind(String title, ActionKind kind) {
        assertThat(KindFromTitle.guess(title)).isEqualTo(kind);
    }
}
