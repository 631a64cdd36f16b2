package az.qalxan.evidence.content;

import java.util.List;
import java.util.UUID;

/**
 * A part as lists show it.
 *
 * @param exhibit the exhibit's id
 * @param place the exhibit's number within its case
 * @param snippet the words around what was asked for; empty without a question
 */
record PartLine(
        UUID exhibit,
        String place,
        int number,
        int depth,
        String name,
        String path,
        String media,
        String kind,
        String family,
        long size,
        List<String> flaws,
        boolean picture,
        int identifiers,
        String snippet) {

    PartLine {
        flaws = List.copyOf(flaws);
    }

    /** The message key of what it is. */
    String is() {
        return kind.isEmpty() ? "content.family." + family : "content.kind." + kind;
    }

    /** The address of its page. */
    String at() {
        return "/evidence/exhibits/" + exhibit + "/content/" + number;
    }
}
