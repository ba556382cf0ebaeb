package org.tansiq.infra.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Id;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.wiring.Catalogue;

class FreeTextsTest {
    /** Names of bodies, what a coalition calls its campaign by, codes, and what stands in tables. */
    private static final Set<String> PLAIN = Set.of(
            "members.OrganizationRegistered name",
            "members.CoalitionFounded name",
            "actions.ActionScheduled slot.place.country",
            "actions.ActionScheduled slot.place.name",
            "actions.ActionRescheduled slot.place.country",
            "actions.ActionRescheduled slot.place.name",
            "actions.ActionRescheduled was.place.country",
            "actions.ActionRescheduled was.place.name",
            "members.CoalitionRead what",
            "actions.ActionApproached wanted.place.country",
            "actions.ActionApproached wanted.place.name",
            "actions.ActionCancelled slot.place.country",
            "actions.ActionCancelled slot.place.name",
            "actions.ActionsMerged slot.place.country",
            "actions.ActionsMerged slot.place.name",
            "actions.MergeUndone slot.place.country",
            "actions.MergeUndone slot.place.name",
            "actions.CityCommitted place.country",
            "actions.CityCommitted place.name",
            "resources.ResourceOffered languages",
            "resources.ResourceOffered where.country",
            "resources.ResourceOffered where.name",
            "campaigns.HashtagRegistered language",
            "campaigns.HashtagRegistered tag",
            "campaigns.HashtagRetired language",
            "campaigns.HashtagRetired tag",
            "campaigns.HashtagRevived language",
            "campaigns.HashtagRevived tag",
            "permits.LeadTimeSet place.country",
            "permits.LeadTimeSet place.name");

    @Test
    void every_text_of_every_event_is_sealed_or_stays_plain_on_purpose() {
        var found = new TreeSet<String>();
        Catalogue.present().types().byName().forEach((name, type) -> collect(name + " ", type, found));
        var decided = new TreeSet<>(PLAIN);
        FreeTexts.SEALED.forEach((name, texts) -> texts.keySet().forEach(path -> decided.add(name + " " + path)));

        assertThat(found).isEqualTo(decided);
    }

    @Test
    void within_an_event_no_two_sealed_texts_have_one_name() {
        FreeTexts.SEALED.forEach((name, texts) -> assertThat(
                        texts.keySet().stream().map(path -> path.substring(path.lastIndexOf('.') + 1)))
                .as(name)
                .doesNotHaveDuplicates());
    }

    private static void collect(String path, Class<?> type, Set<String> found) {
        for (var part : type.getRecordComponents()) {
            var name = path + part.getName();
            if (part.getType() == Text.class || part.getType() == String.class) {
                found.add(name);
            } else if (part.getGenericType() instanceof ParameterizedType of
                    && List.of(of.getActualTypeArguments()).contains(String.class)) {
                found.add(name);
            } else if (part.getType().isRecord() && !Id.class.isAssignableFrom(part.getType())) {
                collect(name + ".", part.getType(), found);
            }
        }
    }
}
