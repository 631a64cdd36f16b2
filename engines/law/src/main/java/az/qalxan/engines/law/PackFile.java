package az.qalxan.engines.law;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being read, with what holds for all of its entries unless they say otherwise.
 *
 * @param cited sources that entries name, with the first line that does
 */
record PackFile(
        String name,
        PackProblems problems,
        @Nullable StateCode state,
        @Nullable String instrument,
        @Nullable LocalDate retrieved,
        @Nullable String assessor,
        Map<String, Integer> cited) {

    static PackFile of(String name, PackProblems problems) {
        return new PackFile(name, problems, null, null, null, null, new LinkedHashMap<>());
    }

    /** The same file with the usual values that its head names. */
    PackFile with(PackEntry head) {
        StateCode usual = head.has("state") ? head.state() : null;
        String treaty = head.has("instrument") ? head.instrument("instrument") : null;
        return new PackFile(
                name,
                problems,
                usual,
                treaty,
                head.dateOrNull("retrieved"),
                head.has("assessor") ? head.text("assessor") : null,
                cited);
    }

    void cite(String source, int line) {
        cited.putIfAbsent(source, line);
    }
}
