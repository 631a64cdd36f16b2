package az.qalxan.engines.linking;

/**
 * What a scanner found, in offsets of the folded text. For a card {@code value} still holds all
 * digits, so this type stays inside the engine and does not print it.
 */
record Finding(IdentifierKind kind, String scheme, String value, int start, int end) {

    @Override
    public String toString() {
        return kind.code() + "[" + start + ", " + end + ")";
    }
}
