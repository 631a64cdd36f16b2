package az.qalxan.cooperation.paper;

import az.qalxan.web.Violation;

/** Says what is wrong in a paper that was read; the sentences begin with {@code paper.wrong.}. */
final class Flaws {

    private Flaws() {}

    /**
     * @param place a JSON pointer into the data, or the part of the file
     */
    static Violation at(String place, String key, Object... arguments) {
        return Violation.at(place, "paper.wrong." + key, arguments);
    }
}
