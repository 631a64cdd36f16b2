package az.qalxan.access;

import az.qalxan.web.Violation;
import java.util.List;

/** The page that the first administrator's link opens, with what was typed and what is wrong. */
record FirstAdministratorPage(
        String token, String username, String name, String body, List<Violation> wrong) {

    FirstAdministratorPage {
        wrong = List.copyOf(wrong);
    }
}
