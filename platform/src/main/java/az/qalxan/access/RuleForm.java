package az.qalxan.access;

import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One rule as somebody typed it. */
record RuleForm(
        @Nullable String id,
        @Nullable String role,
        @Nullable String right,
        @Nullable String reach,
        @Nullable String handling,
        @Nullable String bodies,
        @Nullable String az,
        @Nullable String en,
        @Nullable String note) {

    /** Everything that is wrong. */
    List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        check(wrong, "id", id, MatrixRule::checkId);
        check(wrong, "role", role, Role::of);
        check(wrong, "right", right, Right::parse);
        check(wrong, "reach", reach, MatrixFile::reach);
        check(wrong, "handling", handling, MatrixFile::handling);
        check(wrong, "bodies", bodies, RuleForm::bodies);
        check(wrong, "az", az, words -> new MatrixRule.Reason(words, ""));
        check(wrong, "en", en, words -> new MatrixRule.Reason("", words));
        return wrong;
    }

    private static void check(
            List<Violation> wrong, String field, @Nullable String value, Consumer<String> read) {
        if (value == null || value.isBlank()) {
            wrong.add(Violation.at(field, "access.matrix.field-missing", field));
            return;
        }
        try {
            read.accept(value.strip());
        } catch (IllegalArgumentException e) {
            wrong.add(Violation.at(field, "access.matrix.value-unknown", value));
        }
    }

    private static Bodies bodies(String typed) {
        return Bodies.ofCodes(typed.strip().split("[\\s,]+"));
    }

    /** The rule. Only for a form without violations. */
    MatrixRule rule() {
        return new MatrixRule(
                text(id),
                Role.of(text(role)),
                Right.parse(text(right)),
                MatrixFile.reach(text(reach)),
                MatrixFile.handling(text(handling)),
                bodies(text(bodies)),
                new MatrixRule.Reason(text(az), text(en)));
    }

    String noteText() {
        return text(note);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
