package az.qalxan.engines.image;

/** Some bytes of an array, to be read. */
record Slice(byte[] bytes, int at, int count) {

    static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }
}
