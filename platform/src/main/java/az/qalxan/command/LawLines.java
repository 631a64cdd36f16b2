package az.qalxan.command;

import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Reason;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer of the law in lines for people. */
final class LawLines {

    private final String language;
    private final List<String> lines = new ArrayList<>();

    LawLines(String language) {
        this.language = language;
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    // The annotation for formats would be a dependency of its own.
    @SuppressWarnings("AnnotateFormatMethod")
    void add(String format, Object... values) {
        lines.add(format.formatted(values).stripTrailing());
    }

    String of(Wording text) {
        return text.in(language);
    }

    boolean azerbaijani() {
        return language.equals("az");
    }

    String choose(String az, String en) {
        return azerbaijani() ? az : en;
    }

    void reasons(String indent, List<Reason> reasons) {
        for (Reason one : reasons) {
            add("%s- %s%s%s", indent, of(one.text()), place(one.clause()), mark(one.standing()));
        }
    }

    private static String place(@Nullable Clause clause) {
        return clause == null ? "" : " [" + clause + "]";
    }

    String mark(Citation citation) {
        return mark(citation.standing());
    }

    /** Nothing behind what is verified; everything else says so. */
    String mark(Standing standing) {
        return switch (standing) {
            case VERIFIED -> "";
            case UNVERIFIED -> choose(" (təsdiqlənməyib)", " (unverified)");
            case DISPUTED -> choose(" (mübahisəlidir)", " (disputed)");
        };
    }
}
