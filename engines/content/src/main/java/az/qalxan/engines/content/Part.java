package az.qalxan.engines.content;

import java.util.List;
import java.util.Set;

/**
 * A file of evidence, or something inside it: a member of an archive, an attachment, a mail of a
 * mailbox.
 *
 * @param number its number, the file itself 0; what contains comes before what it contains
 * @param parent the number of what contains it; -1 for the file itself
 * @param depth how deep inside; 0 for the file itself
 * @param name its own name, as given
 * @param path names from the file on, separated by slashes
 * @param type what it is
 * @param size its bytes; -1 for unknown
 * @param sha256 of its bytes in small letters; empty where they were not read as a whole
 * @param fields what it says of itself
 * @param text its text
 * @param flaws why it was not read, or not wholly
 */
public record Part(
        int number,
        int parent,
        int depth,
        String name,
        String path,
        ContentType type,
        long size,
        String sha256,
        List<Field> fields,
        String text,
        Set<Flaw> flaws) {

    public Part {
        fields = List.copyOf(fields);
        flaws = Set.copyOf(flaws);
    }

    /** The first value of a field; empty without. */
    public String field(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }
}
