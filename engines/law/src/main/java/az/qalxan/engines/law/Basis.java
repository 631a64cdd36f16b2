package az.qalxan.engines.law;

import java.util.List;

/**
 * An article that may carry the request, with what follows from it.
 *
 * @param instrument whose article it is
 * @param standing the weakest of the facts that make it usable
 * @param statements of both states on this article or the whole instrument
 */
public record Basis(
        Clause clause,
        Wording instrument,
        Wording title,
        Standing standing,
        List<Reason> reasons,
        Authority sender,
        Authority receiver,
        List<ClockRule> clocks,
        List<Content> contents,
        List<RefusalGround> grounds,
        DualCriminality dualCriminality,
        List<Statement> statements,
        List<UseLimit> limits) {

    public Basis {
        reasons = List.copyOf(reasons);
        clocks = List.copyOf(clocks);
        contents = List.copyOf(contents);
        grounds = List.copyOf(grounds);
        statements = List.copyOf(statements);
        limits = List.copyOf(limits);
    }

    /** The same basis with other reasons. */
    Basis with(List<Reason> others) {
        return new Basis(
                clause,
                instrument,
                title,
                standing,
                others,
                sender,
                receiver,
                clocks,
                contents,
                grounds,
                dualCriminality,
                statements,
                limits);
    }
}
