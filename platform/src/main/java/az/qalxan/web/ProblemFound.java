package az.qalxan.web;

import java.util.List;

/** Ends a request with a {@link Problem}; thrown at the edge only. */
public final class ProblemFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient List<Violation> violations;
    private final transient List<Object> arguments;

    private ProblemFound(Problem problem, List<Violation> violations, List<Object> arguments) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
        this.violations = List.copyOf(violations);
        this.arguments = List.copyOf(arguments);
    }

    /** A problem whose detail quotes the arguments. */
    public static ProblemFound of(Problem problem, Object... arguments) {
        return new ProblemFound(problem, List.of(), List.of(arguments));
    }

    /** A problem with all that is wrong with an input. */
    public static ProblemFound with(Problem problem, List<Violation> violations) {
        return new ProblemFound(problem, violations, List.of());
    }

    public Problem problem() {
        return problem;
    }

    public List<Violation> violations() {
        return violations;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
