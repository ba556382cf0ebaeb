package org.tansiq.gateway.actions;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionsCollide;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.infra.wiring.Receipt;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;

/**
 * Puts an action where it is wanted, or says what stands there: what its reader may see by name, of the rest only that
 * something does. The organisers of what was not to be seen are told before anybody hears of it.
 */
@Component
class Colliding {
    private static final int ATTEMPTS_MAX = 3;
    private static final Duration VIEW_WAIT_MAX = Duration.ofSeconds(2);

    private final Access access;
    private final Sights sights;
    private final Views views;
    private final Approaches approaches;
    private final Desk desk;

    Colliding(Access access, Sights sights, Views views, Approaches approaches, Desk desk) {
        this.access = access;
        this.sights = sights;
        this.views = views;
        this.approaches = approaches;
        this.desk = desk;
    }

    /**
     * What is wanted.
     *
     * @param visibility of the action itself
     * @param acknowledged the overlaps that are known
     * @param unseen whether it goes ahead although something is there that may not be seen
     */
    record Wish(CoalitionId coalition, Visibility visibility, Set<ActionId> acknowledged, boolean unseen) {
        boolean goesAhead(Approaches.Found found) {
            return unseen
                    && !found.unseen().isEmpty()
                    && found.seen().stream().allMatch(row -> acknowledged.contains(new ActionId(row.id())));
        }
    }

    /** @param command that acknowledges these overlaps */
    Receipt carryOut(SignedIn me, Wish wish, Function<Set<ActionId>, Object> command) {
        var acknowledged = new HashSet<>(wish.acknowledged());
        for (var attempt = 1; ; attempt++) {
            try {
                return desk.carryOut(me, command.apply(acknowledged));
            } catch (ActionsCollide collide) {
                views.catchUp(Calendar.ACTIONS, VIEW_WAIT_MAX);
                var found =
                        approaches.found(collide, sights.of(access.knows(me, wish.coalition()), wish.coalition())::row);
                approaches.tell(
                        wish.coalition(), me.organization(), wish.visibility(), collide, found.unseen(), desk.now());
                if (!wish.goesAhead(found) || attempt == ATTEMPTS_MAX) {
                    throw new ProblemException(problem(collide, found));
                }
                found.unseen().forEach(action -> acknowledged.add(new ActionId(action.id())));
            }
        }
    }

    private static Problem problem(ActionsCollide collide, Approaches.Found found) {
        var seen = found.seen().stream().map(Colliding::particulars).toList();
        return (found.unseen().isEmpty()
                        ? Problem.of(collide)
                        : Problem.of(WebProblem.SOMETHING_PLANNED).detail("unseen", true))
                .detail("collisions", seen);
    }

    private static Map<String, Object> particulars(ActionRow other) {
        return Map.of(
                "id", other.id(),
                "title", other.title().in(),
                "by", other.organizers().getFirst(),
                "from", other.from().toString(),
                "until", other.until().toString(),
                "venue", other.venue().name().in());
    }
}
