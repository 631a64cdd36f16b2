package az.qalxan.directory;

import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.List;

/** How a post and its duty are called in both languages. */
record PostWords(String titleAz, String titleEn, String dutyAz, String dutyEn) {

    static final int TITLE_MIN = 3;
    static final int TITLE_MAX = 160;
    static final int DUTY_MAX = 600;

    PostWords {
        titleAz = titleAz.strip();
        titleEn = titleEn.strip();
        dutyAz = dutyAz.strip();
        dutyEn = dutyEn.strip();
    }

    List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        title("titleAz", titleAz, wrong);
        title("titleEn", titleEn, wrong);
        duty("dutyAz", dutyAz, wrong);
        duty("dutyEn", dutyEn, wrong);
        return wrong;
    }

    private static void title(String field, String given, List<Violation> wrong) {
        if (given.length() < TITLE_MIN || given.length() > TITLE_MAX) {
            wrong.add(
                    Violation.at(
                            field, "directory.wrong.title", given.length(), TITLE_MIN, TITLE_MAX));
        }
    }

    private static void duty(String field, String given, List<Violation> wrong) {
        if (given.length() > DUTY_MAX) {
            wrong.add(Violation.at(field, "directory.wrong.duty", given.length(), DUTY_MAX));
        }
    }
}
