package az.qalxan.exchange;

import az.qalxan.access.Handling;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed about a collection. */
record CollectionForm(
        @Nullable String alias,
        @Nullable String title,
        @Nullable String description,
        @Nullable String unmarked,
        @Nullable String ceiling) {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");
    private static final int TITLE_CHARS_MAX = 200;
    private static final int DESCRIPTION_CHARS_MAX = 2_000;

    /** A collection that can be kept. */
    record Checked(
            String alias, String title, String description, Handling unmarked, Handling ceiling) {}

    static CollectionForm of(ThreatCollection collection) {
        return new CollectionForm(
                collection.alias(),
                collection.title(),
                collection.description(),
                collection.unmarked().label(),
                collection.ceiling().label());
    }

    static CollectionForm usual() {
        return new CollectionForm(
                "", "", "", Handling.AMBER.label(), Handling.AMBER_STRICT.label());
    }

    /** Everything that is wrong with it. */
    List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        if (!ALIAS.matcher(text(alias)).matches()) {
            wrong.add(Violation.at("alias", "collection.wrong.alias"));
        }
        length(wrong, "title", title, 1, TITLE_CHARS_MAX);
        length(wrong, "description", description, 0, DESCRIPTION_CHARS_MAX);
        Optional<Handling> usual = marking(unmarked);
        Optional<Handling> most = marking(ceiling);
        if (usual.isEmpty()) {
            wrong.add(Violation.at("unmarked", "collection.wrong.marking"));
        }
        if (most.isEmpty()) {
            wrong.add(Violation.at("ceiling", "collection.wrong.marking"));
        }
        if (usual.isPresent() && most.isPresent() && usual.get().compareTo(most.get()) > 0) {
            wrong.add(Violation.at("unmarked", "collection.wrong.above"));
        }
        return wrong;
    }

    /**
     * What may be kept.
     *
     * @throws ProblemFound with all that is wrong
     */
    Checked checked() {
        List<Violation> wrong = violations();
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        return new Checked(
                text(alias),
                text(title),
                text(description),
                marking(unmarked).orElseThrow(),
                marking(ceiling).orElseThrow());
    }

    static Optional<Handling> marking(@Nullable String label) {
        return Arrays.stream(Handling.values())
                .filter(one -> one.label().equals(label))
                .findFirst();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static void length(
            List<Violation> wrong, String field, @Nullable String value, int min, int max) {
        int length = text(value).length();
        if (length < min || length > max) {
            wrong.add(Violation.at(field, "collection.wrong.length", min, max, length));
        }
    }
}
