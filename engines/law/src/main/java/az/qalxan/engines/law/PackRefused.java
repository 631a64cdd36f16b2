package az.qalxan.engines.law;

import java.util.List;

/** Files of a pack that cannot be read; says all that is wrong, each with file and line. */
public final class PackRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    PackRefused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each. */
    public List<String> problems() {
        return problems;
    }
}
