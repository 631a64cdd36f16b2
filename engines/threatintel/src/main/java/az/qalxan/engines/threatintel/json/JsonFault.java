package az.qalxan.engines.threatintel.json;

/**
 * Why a JSON text was not read, and where.
 *
 * @param pointer JSON pointer (RFC 6901) of the value, "" for the whole text
 * @param line from 1
 * @param column in bytes, from 1
 * @param words one English sentence that says what was found and what was allowed
 */
public record JsonFault(Kind kind, String pointer, long line, long column, String words) {

    /** What is the matter with the text. */
    public enum Kind {
        NOT_UTF8,
        NOT_JSON,
        TWICE,
        LONE_SURROGATE,
        TOO_LARGE,
        TOO_DEEP,
        TOO_LONG,
        TOO_MANY,
        NOT_READ
    }

    @Override
    public String toString() {
        String where = pointer.isEmpty() ? "" : pointer + ", ";
        return "%sline %d, column %d: %s".formatted(where, line, column, words);
    }
}
