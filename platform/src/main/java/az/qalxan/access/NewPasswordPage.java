package az.qalxan.access;

import az.qalxan.web.Violation;
import java.util.List;

/** The page on which a temporary password is replaced. */
record NewPasswordPage(String username, List<Violation> wrong) {

    NewPasswordPage {
        wrong = List.copyOf(wrong);
    }
}
