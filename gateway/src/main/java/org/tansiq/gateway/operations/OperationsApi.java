package org.tansiq.gateway.operations;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.infra.rows.Outcome;
import org.tansiq.infra.rows.ProjectionStatus;
import org.tansiq.infra.wiring.Operations;

/** Projections, for operators only: how far they are, building them anew, and events that could not be applied. */
@RestController
@RequestMapping(path = "/api/v1/operations/projections", produces = MediaType.APPLICATION_JSON_VALUE)
class OperationsApi {
    record Done(Outcome outcome) {}

    /** @param reason for whoever wonders later; at most 200 characters, and no names */
    record Skipping(@Nullable String reason) {}

    private final Operations operations;

    OperationsApi(Operations operations) {
        this.operations = operations;
    }

    @GetMapping
    List<ProjectionStatus> projections() {
        return operations.projections();
    }

    /** Builds the rows anew beside those that serve. */
    @PostMapping("/{projection}/rebuild")
    Done rebuild(@PathVariable String projection) {
        return done(operations.rebuild(projection), -1);
    }

    @GetMapping("/{projection}/parked")
    List<ParkedEvent> parked(@PathVariable String projection) {
        return operations.parked(projection).stream().map(ParkedEvent::of).toList();
    }

    /** Applies a parked event after all, and what followed it in its coalition. */
    @PostMapping("/{projection}/parked/{position}/retry")
    Done retry(@PathVariable String projection, @PathVariable long position) {
        return done(operations.retry(projection, position), position);
    }

    /** Goes without it from now on. */
    @PostMapping("/{projection}/parked/{position}/skip")
    Done skip(@PathVariable String projection, @PathVariable long position, @RequestBody Skipping skipping) {
        return done(operations.skip(projection, position, Objects.requireNonNullElse(skipping.reason(), "")), position);
    }

    private static Done done(Outcome outcome, long position) {
        return switch (outcome) {
            case DONE, ALREADY_REBUILDING -> new Done(outcome);
            case NOT_PARKED -> throw new NotFound("parked-event", Long.toString(position));
            case STILL_FAILING -> throw new ProblemException(WebProblem.STILL_FAILING);
            case REBUILD_NEEDED -> throw new ProblemException(WebProblem.REBUILD_NEEDED);
            case NO_ANSWER ->
                throw new ProblemException(Problem.of(WebProblem.NO_ANSWER).header(HttpHeaders.RETRY_AFTER, "5"));
        };
    }
}
