package az.qalxan.cooperation;

import java.util.List;
import java.util.Optional;

/**
 * What the law said about a request on a day: the basis, and why no other one. Stored as it was.
 *
 * @param day ISO 8601
 * @param clause for example {@code BUDAPEST-185:29}; empty when no basis was found
 * @param title what the article is called, with its instrument
 * @param standing of the weakest fact it rests on
 * @param dual what is said about dual criminality, the rule first
 * @param statements reservations and declarations of both states
 * @param others further articles that may carry the request
 * @param unusable articles that may not, each with its reason
 */
record LawSnapshot(
        String day,
        String clause,
        Said title,
        String standing,
        List<Said> reasons,
        Side sender,
        Side receiver,
        List<TermRule> clocks,
        List<Said> contents,
        List<Said> grounds,
        String criminality,
        List<Said> dual,
        List<Declared> statements,
        List<Said> limits,
        List<Said> others,
        List<Said> unusable) {

    LawSnapshot {
        reasons = List.copyOf(reasons);
        clocks = List.copyOf(clocks);
        contents = List.copyOf(contents);
        grounds = List.copyOf(grounds);
        dual = List.copyOf(dual);
        statements = List.copyOf(statements);
        limits = List.copyOf(limits);
        others = List.copyOf(others);
        unusable = List.copyOf(unusable);
    }

    /** The authority of one side. */
    record Side(String state, String body, Said name) {

        static final Side UNKNOWN = new Side("", "", new Said("", "", "", "", "unverified"));
    }

    /** A reservation or declaration, and whose it is. */
    record Declared(String state, String kind, Said text) {}

    boolean found() {
        return !clause.isEmpty();
    }

    boolean verified() {
        return standing.equals("verified");
    }

    Optional<Said> ground(String id) {
        return grounds.stream().filter(one -> one.id().equals(id)).findAny();
    }

    boolean offers(String other) {
        return clause.equals(other) || others.stream().anyMatch(one -> one.clause().equals(other));
    }
}
