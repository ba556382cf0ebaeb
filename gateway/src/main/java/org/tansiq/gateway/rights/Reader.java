package org.tansiq.gateway.rights;

import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.projections.members.Standing;

/** Somebody who reads a coalition, and as what. */
public sealed interface Reader {
    SignedIn who();

    Standing standing();

    /** Whether they read all of it, its history and how it was too. */
    default boolean readsAll() {
        return switch (this) {
            case Member member -> true;
            case Auditor auditor -> true;
            case Observer observer -> false;
        };
    }

    /** Whether they read this view, as it is now. */
    default boolean reads(PublishedView view) {
        return readsAll() || view != PublishedView.AUDITORS;
    }

    /**
     * Whether they hear of this view's changes as they come. What an auditor reads is recorded first, so they hear of
     * nothing; changes of members tell an observer of those who do not belong.
     */
    default boolean hears(PublishedView view) {
        return switch (this) {
            case Member member -> true;
            case Auditor auditor -> false;
            case Observer observer -> reads(view) && view != PublishedView.MEMBERS;
        };
    }

    /** Whether a calendar may show them what they see without their signing in: for an auditor nothing would record it. */
    default boolean hasFeeds() {
        return switch (this) {
            case Member member -> true;
            case Auditor auditor -> false;
            case Observer observer -> true;
        };
    }

    /**
     * One of a member organisation's people.
     *
     * @param standing the organisation's, member or steward
     */
    record Member(SignedIn who, Standing standing) implements Reader {}

    /** A person whom two organisations appointed: reads all of it, each reading recorded, and changes nothing. */
    record Auditor(SignedIn who) implements Reader {
        @Override
        public Standing standing() {
            return Standing.AUDITOR;
        }
    }

    /** One of the people of an organisation that watches without belonging: reads how things are, and changes nothing. */
    record Observer(SignedIn who) implements Reader {
        @Override
        public Standing standing() {
            return Standing.OBSERVER;
        }
    }
}
