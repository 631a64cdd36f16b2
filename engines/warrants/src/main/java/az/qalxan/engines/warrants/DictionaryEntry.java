package az.qalxan.engines.warrants;

/** A value of a dictionary, with the dictionary's owner and name. */
public record DictionaryEntry(String owner, String name, String value) {

    /** A value of one of ETSI's own dictionaries. */
    public static DictionaryEntry etsi(String name, String value) {
        return new DictionaryEntry("ETSI", name, value);
    }
}
