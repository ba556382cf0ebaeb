package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;

/**
 * Two actions that were found are raised once for as long as both stand where they are and no other judgement is made of
 * them; never if they were said to be different. Whoever finds them may say so: the second changes nothing.
 */
public final class RaisingFindings {
    @CommandHandler
    void handle(
            RaiseFinding command,
            @InjectEntity(idProperty = "one") Action one,
            @InjectEntity(idProperty = "other") Action other,
            @InjectEntity FoundPair found,
            EventAppender events) {
        events.append(decide(command, new Meeting(one, other, found)));
    }

    static List<FindingEvent> decide(RaiseFinding c, Meeting meeting) {
        var fresh = new FindingRaised(
                c.finding().coalition(),
                c.finding().one(),
                c.finding().other(),
                c.relation(),
                c.score(),
                c.grounds(),
                c.at());
        return meeting.isStill(c.finding()) && !meeting.found().isDifferent() && !repeats(fresh, meeting.found())
                ? List.of(fresh)
                : List.of();
    }

    private static boolean repeats(FindingRaised fresh, FoundPair found) {
        var before = found.raised();
        return before != null
                && before.relation() == fresh.relation()
                && before.score() == fresh.score()
                && before.grounds().equals(fresh.grounds());
    }
}
