package org.tansiq.gateway.problems;

/** Ends a request with a problem that is no refusal of a decision. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(WebProblem problem) {
        this(Problem.of(problem));
    }

    public Problem problem() {
        return problem;
    }
}
