package org.tansiq.domain.members;

import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.PersonId;

/** Everything that can happen to a person, whatever coalitions they work in. */
public sealed interface PersonEvent extends Fact permits PersonErased {
    PersonId person();
}
