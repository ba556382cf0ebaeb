package org.tansiq.gateway.members;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.AnswerRow;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.actions.SynchronizedRow;
import org.tansiq.projections.shared.Keys;

/** The calls that an organisation was asked to answer, and has not, as long as it still can. */
@Component
class Unanswered {
    private final Views views;
    private final Access access;
    private final Sights sights;
    private final Clock clock;

    Unanswered(Views views, Access access, Sights sights, Clock clock) {
        this.views = views;
        this.access = access;
        this.sights = sights;
        this.clock = clock;
    }

    record Waiting(SynchronizedRow call, AnswerRow answer) {}

    /** What closes first comes first. */
    List<Waiting> of(SignedIn me) {
        var now = clock.instant();
        return views.find(Coverage.ANSWERS, Keys.key(Tags.ORGANIZATION, me.organization())).stream()
                .filter(answer -> answer.state() == AnswerRow.State.SILENT)
                .flatMap(answer -> waiting(me, answer).stream())
                .filter(waiting -> now.isBefore(until(waiting.call())))
                .sorted(Comparator.comparing((Waiting waiting) -> until(waiting.call()))
                        .thenComparing(waiting -> waiting.call().id()))
                .toList();
    }

    private Optional<Waiting> waiting(SignedIn me, AnswerRow answer) {
        var coalition = new CoalitionId(answer.coalition());
        return access.reader(me, coalition)
                .filter(reader -> reader.standing().belongs())
                .map(reader -> sights.of(reader, coalition))
                .flatMap(sight -> sight.row(answer)
                        .flatMap(seen -> views.get(Coverage.SYNCHRONIZED, answer.call())
                                .flatMap(sight::row)
                                .map(call -> new Waiting(call, seen))));
    }

    private static Instant until(SynchronizedRow call) {
        var ends = call.ends();
        var closes = call.closes();
        return closes != null && closes.isBefore(ends) ? closes : ends;
    }
}
