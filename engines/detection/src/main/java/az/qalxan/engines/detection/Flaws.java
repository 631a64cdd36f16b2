package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a file is read, bounded. */
final class Flaws {

    static final int KEPT_MAX = 1_000;
    private static final int ARGUMENT_MAX = 200;

    private final List<RuleFlaw> found = new ArrayList<>();
    private String rule = "";
    private boolean errors;

    /** From here on flaws are those of the rule with this id or title. */
    void of(String named) {
        rule = named;
        errors = false;
    }

    /** Whether the rule named last has a flaw that keeps it from being used. */
    boolean ruleRefused() {
        return errors;
    }

    void add(Yaml at, Code code, Object... arguments) {
        add(at.line(), at.column(), code, arguments);
    }

    void add(int line, int column, Code code, Object... arguments) {
        errors |= !code.warning();
        if (found.size() == KEPT_MAX) {
            return;
        }
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(shown(String.valueOf(argument)));
        }
        found.add(new RuleFlaw(line, column, rule, code, words));
    }

    private static String shown(String argument) {
        return argument.length() <= ARGUMENT_MAX
                ? argument
                : argument.substring(0, ARGUMENT_MAX) + "…";
    }

    List<RuleFlaw> all() {
        return List.copyOf(found);
    }
}
