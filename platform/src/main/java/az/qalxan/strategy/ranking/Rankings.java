package az.qalxan.strategy.ranking;

import az.qalxan.access.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** International rankings, for the modules that tell of them or that play a demonstration. */
@Component
public class Rankings {

    private final RankingDesk desk;
    private final EvidenceDesk evidence;
    private final EvidenceForm form;

    Rankings(RankingDesk desk, EvidenceDesk evidence, EvidenceForm form) {
        this.desk = desk;
        this.evidence = evidence;
        this.form = form;
    }

    /**
     * How a ranking stands.
     *
     * @param published its last score; null without one
     * @param low what is expected at least; null where it is unknown
     * @param high what is expected at most; null where it is unknown
     * @param of the highest score
     */
    public record State(
            String ranking,
            String edition,
            @Nullable Double published,
            @Nullable Double low,
            @Nullable Double high,
            double of) {}

    /** Every ranking in the edition of the day. */
    @Transactional(readOnly = true)
    public List<State> states() {
        return desk.board().current().stream().map(Rankings::state).toList();
    }

    private static State state(Scored one) {
        Estimate total = one.total();
        @Nullable Published published = one.published();
        boolean known = total instanceof Estimate.Range;
        return new State(
                one.ranking().code(),
                one.edition().code(),
                published == null ? null : published.score(),
                known ? ((Estimate.Range) total).low() : null,
                known ? ((Estimate.Range) total).high() : null,
                one.edition().scale());
    }

    /** Whether anybody ever proposed evidence. */
    @Transactional(readOnly = true)
    public boolean started() {
        return !desk.board().evidence().isEmpty() || !desk.waiting().isEmpty();
    }

    /**
     * Proposes a piece of evidence with the fields of the form; gives its number.
     *
     * @throws IllegalArgumentException when something is wrong with them
     */
    @Transactional
    public long propose(Map<String, String> fields, Caller caller) {
        return switch (form.read(fields)) {
            case EvidenceForm.Read.Fine(var content) -> evidence.propose(content, caller);
            case EvidenceForm.Read.Wrong(var wrong) ->
                    throw new IllegalArgumentException("no evidence: " + wrong);
        };
    }

    /** Approves what somebody else proposed. */
    @Transactional
    public void approve(long number, String words, Caller caller) {
        evidence.approve(number, words, caller);
    }
}
