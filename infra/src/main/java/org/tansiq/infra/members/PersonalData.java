package org.tansiq.infra.members;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.PersonId;

/**
 * What a person tells of themselves, if anything: beside the log, where it can be erased.
 *
 * @param languages that the person speaks, as BCP 47 tags
 */
public record PersonalData(
        PersonId person, @Nullable String name, @Nullable String email, List<String> languages) {
    public PersonalData {
        languages = List.copyOf(languages);
    }

    public static PersonalData nothing(PersonId person) {
        return new PersonalData(person, null, null, List.of());
    }

    /** Nothing of it: this ends up in logs. */
    @Override
    public String toString() {
        return "PersonalData[" + person + "]";
    }
}
