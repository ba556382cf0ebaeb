package org.tansiq.gateway.rights;

import java.util.Optional;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.members.CoalitionRow;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.shared.Audience;
import org.tansiq.projections.shared.Guarded;
import org.tansiq.projections.tasks.TaskRow;

/**
 * Who sees what. This is the one place that decides it; {@link Sight} asks here for every way out.
 *
 * <pre>
 *                             its own  named  other members  observers  everybody
 *   ORG                          x
 *   NAMED                        x       x
 *   COALITION                    x       x          x            x
 *   PUBLIC                       x       x          x            x          x
 *   under an embargo             x
 *   its venue, if it is seen: by the same table, for the venue's own visibility
 *   who came near an action      x
 *   who read a lent contact      x
 *   the coalition's rules                           x            x
 *   rules that are proposed                         x
 * </pre>
 *
 * <pre>
 *                                             members  observers  auditors
 *   a view, as it is now                         x         x          x
 *   who audits; history and how it was           x                    x
 *   hears of a view's changes as they come       x         x
 *   ... of members' changes                      x
 *   what they see, in a calendar of their own    x         x
 *   ... as a warning, planning elsewhere         x         x
 * </pre>
 *
 * Auditors that two organisations appointed see all of it, and each reading is in the log; they hear of nothing by itself.
 * A steward is a member like others: rules and membership are the steward's, not what others keep to themselves.
 */
public final class Policy {
    private Policy() {}

    /** Whether they read all of it, its history and how it was too. */
    public static boolean readsAll(Reader reader) {
        return switch (reader) {
            case Reader.Member member -> true;
            case Reader.Auditor auditor -> true;
            case Reader.Observer observer -> false;
        };
    }

    /** Whether they read this view, as it is now. */
    public static boolean reads(Reader reader, PublishedView view) {
        return readsAll(reader) || view != PublishedView.AUDITORS;
    }

    /**
     * Whether they hear of this view's changes as they come. What an auditor reads is recorded first, so they hear of
     * nothing; changes of members tell an observer of those who do not belong.
     */
    public static boolean hears(Reader reader, PublishedView view) {
        return switch (reader) {
            case Reader.Member member -> true;
            case Reader.Auditor auditor -> false;
            case Reader.Observer observer -> reads(reader, view) && view != PublishedView.MEMBERS;
        };
    }

    /** Whether a calendar may show them what they see without their signing in: for an auditor nothing would record it. */
    public static boolean hasFeeds(Reader reader) {
        return switch (reader) {
            case Reader.Member member -> true;
            case Reader.Auditor auditor -> false;
            case Reader.Observer observer -> true;
        };
    }

    static boolean sees(Reader reader, Guarded row) {
        return isIn(reader, row.audience());
    }

    static boolean seesVenue(Reader reader, ActionRow action) {
        return sees(reader, action) && isIn(reader, action.venueAudience());
    }

    /** Without signing in. */
    static boolean everybodySees(Guarded row) {
        return row.visibility().isPublic();
    }

    static boolean everybodySeesVenue(ActionRow action) {
        return everybodySees(action) && action.venueVisibility().isPublic();
    }

    static boolean sawOnce(Reader reader, Guarded row) {
        var once = row.once();
        return once != null && isIn(reader, once);
    }

    /** The row by what it says of itself, if the reader sees it. */
    static Optional<TaskRow> of(Reader reader, TaskRow task) {
        return sees(reader, task) ? Optional.of(task.outside()) : Optional.empty();
    }

    static Optional<ActionRow> of(Reader reader, ActionRow action) {
        return sees(reader, action)
                ? Optional.of(action.outside(seesVenue(reader, action), hearsWhoCameNear(reader, action)))
                : Optional.empty();
    }

    static Optional<ResourceRow> of(Reader reader, ResourceRow resource) {
        return sees(reader, resource) ? Optional.of(resource) : Optional.empty();
    }

    static boolean hearsWhoCameNear(Reader reader, ActionRow action) {
        return reader instanceof Reader.Auditor
                || action.own().contains(reader.who().organization().value());
    }

    /** Who read a lent contact is for its owner to know. */
    public static boolean hearsOfReadings(Reader reader, String owner) {
        return reader instanceof Reader.Auditor
                || owner.equals(reader.who().organization().value());
    }

    /** Who belongs is for those who belong to know in full. */
    static Optional<MemberRow> of(Reader reader, MemberRow member) {
        return readsAll(reader)
                ? Optional.of(member)
                : member.seenFromOutside(reader.who().organization().value());
    }

    /** What the members may agree on is theirs to talk about first. */
    static CoalitionRow of(Reader reader, CoalitionRow coalition) {
        return readsAll(reader) ? coalition : coalition.seenFromOutside();
    }

    static boolean seesAuditors(Reader reader) {
        return readsAll(reader);
    }

    private static boolean isIn(Reader reader, Audience audience) {
        return switch (reader) {
            case Reader.Member member -> includes(audience, member);
            case Reader.Observer observer -> includes(audience, observer);
            case Reader.Auditor auditor -> true;
        };
    }

    private static boolean includes(Audience audience, Reader reader) {
        return audience.includes(reader.who().organization().value());
    }
}
