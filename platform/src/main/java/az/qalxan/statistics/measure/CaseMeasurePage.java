package az.qalxan.statistics.measure;

import az.qalxan.casework.CaseTop;
import az.qalxan.web.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * How a case is counted: every fact, and whether it is said that the offence crosses a border.
 *
 * @param facts the last recorded first
 * @param measures gives names to codes
 * @param border {@code yes}, {@code no} or {@code unknown}: what stands now
 */
record CaseMeasurePage(
        CaseTop top,
        List<CaseFactStore.Recorded> facts,
        String border,
        LocalDate today,
        Measures measures) {

    CaseMeasurePage {
        facts = List.copyOf(facts);
    }

    /** What a fact says, in the reader's language, without naming anybody. */
    String said(CaseFact fact, Text text) {
        CaseFact.Sum sum = fact.sum();
        return switch (fact.kind()) {
            case OPENED -> "";
            case BODY -> measures.body(fact.value(), text);
            case STATE -> measures.state(fact.value(), text);
            case ARTICLE -> fact.key() + " · " + text.of("measure.val." + fact.value());
            case PARTY ->
                    measures.status(fact.key().substring(0, fact.key().indexOf(':')), text)
                            + " · "
                            + text.of("measure.val." + fact.value());
            case REPORT -> text.of("measure.val." + fact.value());
            case BORDER -> text.of("measure.border." + fact.value());
            case FROZEN, RETURNED ->
                    sum == null ? fact.key() : text.money(sum.amount(), sum.currency());
        };
    }

    boolean cut() {
        return facts.size() >= CaseFactStore.SHOWN_MAX;
    }
}
