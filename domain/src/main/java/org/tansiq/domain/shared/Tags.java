package org.tansiq.domain.shared;

/** The consistency tags. An event carries the tag of every boundary whose decisions it can change, and its coalition's. */
public final class Tags {
    public static final String COALITION = "coalition";
    public static final String ORGANIZATION = "organization";
    /** One organisation in one coalition: {@code <coalition>/<organization>}. */
    public static final String MEMBERSHIP = "membership";
    /** The stewards of one coalition: {@code <coalition>}. */
    public static final String STEWARDS = "stewards";
    /** What the members of one coalition have agreed on: {@code <coalition>}. */
    public static final String RULES = "rules";
    /** One person as an auditor of one coalition: {@code <coalition>/<person>}. */
    public static final String AUDITOR = "auditor";

    public static final String TASK = "task";
    public static final String ACTION = "action";
    /** One city on one of its local dates: {@code <city>/<yyyy-mm-dd>}. */
    public static final String PLACE_DAY = "place-day";

    /** Two actions of one coalition: {@code <coalition>/<action>+<action>}, in the order of the alphabet. */
    public static final String FINDING = "finding";

    public static final String SYNCHRONIZED = "synchronized";
    /** One city of one synchronised action: {@code <synchronized>/<city>}. */
    public static final String SYNCHRONIZED_CITY = "synchronized-city";

    public static final String RESOURCE = "resource";

    /** All hashtags that one coalition ever registered: {@code <coalition>}. */
    public static final String HASHTAGS = "hashtags";
    /** A session of an international body. */
    public static final String SESSION = "session";
    /** How early one must ask in one city, as one coalition knows: {@code <coalition>/<city>}. */
    public static final String LEAD_TIME = "lead-time";

    public static final String PERSON = "person";

    /** All erasures of persons, so that they are found without reading the log. */
    public static final String ERASURES = "erasures";

    private Tags() {}
}
