package az.qalxan.engines.content;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A part while it is read. */
final class PartDraft {

    private static final int FIELDS_MAX = 200;

    private final int number;
    private final Place place;
    private final long size;
    private final Reading reading;
    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    private ContentType type = ContentType.UNKNOWN;
    private String sha256 = "";

    PartDraft(int number, Place place, long size, Reading reading) {
        this.number = number;
        this.place = place;
        this.size = size;
        this.reading = reading;
    }

    int number() {
        return number;
    }

    Place place() {
        return place;
    }

    ContentType type() {
        return type;
    }

    void type(ContentType found) {
        type = found;
    }

    void sha256(String digest) {
        sha256 = digest;
    }

    void flaw(Flaw flaw) {
        flaws.add(flaw);
    }

    /** Adds a field unless there is nothing to say. */
    void field(String key, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank() && fields.size() < FIELDS_MAX) {
            Field field = new Field(key, value);
            if (!field.value().isEmpty()) {
                fields.add(field);
            }
        }
    }

    int textRoom() {
        return reading.limits().textChars() - text.length();
    }

    /** Adds text, as much as there is room for; false when there is none left. */
    boolean text(@org.jspecify.annotations.Nullable CharSequence more) {
        if (more == null || more.isEmpty()) {
            return true;
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        int wanted = Math.min(more.length(), Math.max(0, textRoom()));
        int given = reading.budget().text(wanted);
        text.append(Texts.clean(more, given));
        if (given < more.length()) {
            flaws.add(Flaw.TEXT_CUT);
            return false;
        }
        return true;
    }

    Part finish() {
        return new Part(
                number,
                place.parent(),
                place.depth(),
                place.name(),
                place.path(),
                type,
                size,
                sha256,
                fields,
                text.toString(),
                flaws);
    }
}
