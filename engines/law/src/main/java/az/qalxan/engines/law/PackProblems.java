package az.qalxan.engines.law;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong in the files of packs, each with its place. */
final class PackProblems {

    /** More are not told; whoever repairs these sees the others next time. */
    static final int TOLD_MAX = 200;

    private final List<String> told = new ArrayList<>();

    void add(String file, int line, String what) {
        String problem = file + ", line " + line + ": " + what + ".";
        if (told.size() < TOLD_MAX && !told.contains(problem)) {
            told.add(problem);
        }
    }

    boolean none() {
        return told.isEmpty();
    }

    List<String> all() {
        return List.copyOf(told);
    }
}
