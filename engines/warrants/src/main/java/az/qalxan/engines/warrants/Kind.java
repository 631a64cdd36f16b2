package az.qalxan.engines.warrants;

/** What an element may hold. */
sealed interface Kind permits Lexical, Shape, Kind.Entry, Kind.National, Kind.Free {

    /** An entry of a dictionary; the name of the one that is expected. */
    record Entry(String dictionary) implements Kind {}

    /** National parameters, whose own type only the nation knows; the namespace of their start. */
    record National(String namespace) implements Kind {}

    /** Any content at all. */
    enum Free implements Kind {
        ANYTHING,
        /** Elements of namespaces other than Delivery's, one at least. */
        OTHER_NAMESPACES
    }
}
