package az.qalxan.cooperation;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A request as the modules around it read it.
 *
 * @param state its code; message key {@code duty.state.<code>}
 * @param open whether something runs for it
 * @param working whether it is being dealt with, so that it can be answered
 * @param ground of a refusal; empty otherwise
 * @param reason why it ended; empty while it runs
 * @param basis title and clause of the law it rests on; its clause is empty when there is none
 * @param grounds on which it may be refused
 * @param limits that bind the data given for it
 * @param terms that run
 */
public record RequestView(
        RequestHead head,
        String state,
        boolean open,
        boolean working,
        Moments moments,
        String ground,
        String reason,
        Said basis,
        List<Said> grounds,
        List<Said> limits,
        List<Running> terms) {

    public RequestView {
        grounds = List.copyOf(grounds);
        limits = List.copyOf(limits);
        terms = List.copyOf(terms);
    }

    /** A term that runs, and when it ends where it counts. */
    public record Running(Said name, ZonedDateTime end) {}

    public boolean is(String code) {
        return state.equals(code);
    }

    /** Its kind as pages and messages name it. */
    public String kind() {
        return RequestKinds.code(head.kind());
    }

    static RequestView of(RequestLine line, LawSnapshot law, List<Term> terms) {
        RequestRow row = RequestRow.of(line.request());
        return new RequestView(
                line.head(),
                line.request().code(),
                line.request() instanceof Request.Open,
                line.request() instanceof Request.Working,
                line.request().moments(),
                row.ground(),
                row.reason(),
                law.title(),
                law.grounds(),
                law.limits(),
                terms.stream().filter(Term::running).map(RequestView::running).toList());
    }

    private static Running running(Term term) {
        TermRule rule = term.rule();
        return new Running(
                new Said(rule.id(), rule.az(), rule.en(), rule.clause(), rule.standing()),
                term.endsAt().atZone(term.zone()));
    }
}
