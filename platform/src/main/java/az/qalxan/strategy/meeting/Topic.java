package az.qalxan.strategy.meeting;

import az.qalxan.jurisdiction.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something to speak about, and why.
 *
 * @param key by which it is the same topic in every composition of an agenda
 * @param subject what it is about: a body's code, a measure's code, a number; empty for a free one
 * @param title as it was typed or as the plan calls it; empty where the page says it in words
 * @param points the measures or tasks that it is about
 */
record Topic(Kind kind, String key, String subject, Words title, List<Point> points) {

    static final Words NO_TITLE = new Words("", "");

    private static final Pattern KEY = Pattern.compile("[a-z]+:[A-Za-z0-9.-]{1,60}");

    /** Refuses other keys than the table takes. */
    Topic {
        points = List.copyOf(points);
        if (!isKey(key)) {
            throw new IllegalArgumentException("not a topic's key: " + key);
        }
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * What kinds there are, in the order of an agenda; message key {@code meeting.topic.<code>}.
     */
    enum Kind {
        DISPUTE,
        TASK,
        DECISION,
        BODY,
        OWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing of a topic.
     *
     * @param code a measure's code or a task's number
     * @param flags why: message keys {@code meeting.flag.<flag>}
     * @param path where it stands in this system
     */
    record Point(String code, Words title, List<String> flags, String path) {

        /** Copies. */
        Point {
            flags = List.copyOf(flags);
        }
    }
}
