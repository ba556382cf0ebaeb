package org.tansiq.domain.actions;

import java.util.Optional;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;

/** Two actions that are to take place at one time, in one city or where the matcher found them to be near. */
record Meeting(Action one, Action other, FoundPair found) {
    /**
     * For what only their organisers may say.
     *
     * @throws NotFound if they do not meet, or {@code by} may not see that
     * @throws NotAllowed {@code not-organizer}
     */
    FoundPair forOrganizer(FindingId finding, OrganizationId by) {
        var first = seen(one, finding, by);
        var second = seen(other, finding, by);
        if (finding.one().equals(finding.other())
                || first.isEmpty()
                || second.isEmpty()
                || !meet(first.get(), second.get(), by)) {
            throw new NotFound("collision", finding.pair());
        }
        if (!first.get().organizers().contains(by) && !second.get().organizers().contains(by)) {
            throw new NotAllowed("not-organizer");
        }
        return found;
    }

    /** Whether both are still to take place in that coalition, at one time. */
    boolean isStill(FindingId finding) {
        return one.state() instanceof Action.Scheduled first
                && other.state() instanceof Action.Scheduled second
                && first.first().coalition().equals(finding.coalition())
                && second.first().coalition().equals(finding.coalition())
                && atOneTime(first.slot(), second.slot());
    }

    private static Optional<Action.Scheduled> seen(Action action, FindingId finding, OrganizationId by) {
        return action.state() instanceof Action.Scheduled now
                        && now.first().coalition().equals(finding.coalition())
                        && action.visibility().seenBy(by, now.organizers())
                ? Optional.of(now)
                : Optional.empty();
    }

    /** That two are near although in two cities says something of their venues. */
    private boolean meet(Action.Scheduled first, Action.Scheduled second, OrganizationId by) {
        return first.slot().overlaps(second.slot())
                || (found.raised() != null
                        && atOneTime(first.slot(), second.slot())
                        && one.venueVisibility().seenBy(by, first.organizers())
                        && other.venueVisibility().seenBy(by, second.organizers()));
    }

    private static boolean atOneTime(Slot one, Slot other) {
        return one.from().isBefore(other.until()) && other.from().isBefore(one.until());
    }
}
