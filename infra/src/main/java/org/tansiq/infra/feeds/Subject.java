package org.tansiq.infra.feeds;

/** What a calendar is of. */
public enum Subject {
    /** All actions of a coalition. */
    COALITION,
    /** Those that one organisation holds in it. */
    ORGANIZATION,
    /** Those in one city. */
    CITY,
    /** Those of one synchronised action. */
    SYNCHRONISED,
    /** When international bodies sit, with the actions that are timed to them. */
    SESSIONS
}
