package az.qalxan.law;

import az.qalxan.web.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a proposal.
 *
 * @param key the line that it changes; empty for a new one
 * @param held what it changes; null for a new one
 * @param fields what can be filled in
 * @param given what stands in the fields, by their names
 */
record ProposeForm(
        LawView view,
        FactKind kind,
        String key,
        Proposal.Act act,
        @Nullable Held<?> held,
        List<FactField> fields,
        Map<String, String> given,
        List<Violation> violations) {

    ProposeForm {
        fields = List.copyOf(fields);
        given = Map.copyOf(given);
        violations = List.copyOf(violations);
    }

    String text(String name) {
        return given.getOrDefault(name, "");
    }

    String text(FactField field) {
        return text(field.name());
    }

    /** What is wrong with a field; empty when nothing is. */
    List<Violation> wrong(String name) {
        return violations.stream().filter(one -> one.location().equals(name)).toList();
    }
}
