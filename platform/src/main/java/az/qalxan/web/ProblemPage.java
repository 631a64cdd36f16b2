package az.qalxan.web;

import java.util.List;

/** What the page of a problem shows. */
record ProblemPage(int status, String title, String detail, List<String> violations) {

    ProblemPage {
        violations = List.copyOf(violations);
    }
}
