package az.qalxan.law;

/**
 * The address of one thing that the law says; it stays whatever is recorded of it.
 *
 * @param key its name among those of its kind, for example {@code BUDAPEST-185:29(7)}
 */
record LineKey(FactKind kind, String key) implements Comparable<LineKey> {

    private static final int KEY_CHARS_MAX = 200;

    LineKey {
        if (key.isBlank() || key.length() > KEY_CHARS_MAX) {
            throw new IllegalArgumentException("not the key of a fact: " + key);
        }
    }

    /** The place of its page. */
    String path() {
        return "/law/rows/" + kind.code() + "/" + Addresses.encoded(key);
    }

    @Override
    public int compareTo(LineKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return kind.code() + "/" + key;
    }
}
