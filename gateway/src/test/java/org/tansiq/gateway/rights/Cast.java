package org.tansiq.gateway.rights;

import java.util.EnumSet;
import java.util.Set;
import org.tansiq.gateway.rights.Things.Shown;

/**
 * Who may ask, and of which things they may see anything. This is the table that the tests hold every way out to; it is
 * written down here once more, and not taken from the policy.
 */
enum Cast {
    /** A coordinator of the organisation whose the things are. */
    OWN(EnumSet.allOf(Shown.class)),
    /** A member of it. */
    OWN_MEMBER(EnumSet.allOf(Shown.class)),
    /** Of an organisation that is named. */
    NAMED(EnumSet.of(Shown.NAMED, Shown.COALITION, Shown.PUBLIC)),
    /** Of another member organisation. */
    OTHER(EnumSet.of(Shown.COALITION, Shown.PUBLIC)),
    STEWARD(EnumSet.of(Shown.COALITION, Shown.PUBLIC)),
    /** Who audits another member organisation's affairs, for that organisation. */
    OTHERS_AUDITOR(EnumSet.of(Shown.COALITION, Shown.PUBLIC)),
    OBSERVER(EnumSet.of(Shown.COALITION, Shown.PUBLIC)),
    NAMED_OBSERVER(EnumSet.of(Shown.NAMED, Shown.COALITION, Shown.PUBLIC)),
    /** Whom two organisations appointed auditor of the coalition. */
    APPOINTED(EnumSet.allOf(Shown.class)),
    /** A coordinator of an organisation that does not belong. */
    OUTSIDER(EnumSet.noneOf(Shown.class)),
    OPERATOR(EnumSet.noneOf(Shown.class)),
    /** The owner's coordinator, by a token for another coalition. */
    ELSEWHERE(EnumSet.noneOf(Shown.class)),
    NOBODY(EnumSet.noneOf(Shown.class));

    final Set<Shown> sees;

    Cast(Set<Shown> sees) {
        this.sees = sees;
    }

    boolean reads() {
        return !sees.isEmpty();
    }

    boolean readsHistory() {
        return reads() && this != OBSERVER && this != NAMED_OBSERVER;
    }

    boolean listens() {
        return reads() && this != APPOINTED;
    }
}
