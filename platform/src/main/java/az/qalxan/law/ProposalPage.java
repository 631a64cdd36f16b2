package az.qalxan.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A proposal with what stands beside what would stand.
 *
 * @param before what it changes; null for a new fact
 * @param outdated whether that has changed since it was proposed
 * @param own whether the viewer stands for it
 */
record ProposalPage(
        LawView view,
        Proposal proposal,
        @Nullable Recording before,
        List<Line> lines,
        boolean outdated,
        boolean own) {

    ProposalPage {
        lines = List.copyOf(lines);
    }

    /** A field before and after. */
    record Line(FactField field, String before, String after) {

        boolean changes() {
            return !before.equals(after);
        }
    }

    static List<Line> lines(Proposal proposal, Optional<Recording> before) {
        FactKind kind = proposal.change().line().kind();
        @Nullable JsonNode fact = proposal.change().fact();
        List<Line> lines = new ArrayList<>();
        for (FactField field : FactField.all(kind)) {
            lines.add(
                    new Line(
                            field,
                            before.map(one -> FactForm.text(field, one.fact())).orElse(""),
                            fact == null ? "" : FactForm.text(field, fact)));
        }
        return lines;
    }

    /** The whole fact as JSON, for kinds that no form can edit. */
    String json() {
        JsonNode fact = proposal.change().fact();
        return fact == null ? "" : fact.toPrettyString();
    }

    boolean formless() {
        return FactField.of(proposal.change().line().kind()).isEmpty();
    }
}
