package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.reporting.ReportId;
import java.util.List;

/**
 * What a case is opened with.
 *
 * @param title 3 to {@link #TITLE_CHARS_MAX} characters
 * @param author the name of the person who opens it
 * @param account the id of the account that leads it; empty for none
 */
public record CaseOpening(
        String title,
        BodyCode body,
        Handling handling,
        String author,
        String account,
        List<ReportId> reports) {

    static final int TITLE_CHARS_MIN = 3;
    static final int TITLE_CHARS_MAX = 200;

    public CaseOpening {
        title = title.strip();
        reports = List.copyOf(reports);
        if (title.length() < TITLE_CHARS_MIN || title.length() > TITLE_CHARS_MAX) {
            throw new IllegalArgumentException("a case's title has 3 to 200 characters");
        }
    }
}
