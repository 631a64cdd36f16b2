package az.qalxan.cooperation.paper;

import az.qalxan.web.Violation;
import java.util.List;

/** What reading a paper gave. */
public sealed interface PaperRead {

    /**
     * A paper of this system.
     *
     * @param schema the version of its data
     * @param kind its kind, for example {@code preservation}
     * @param json its data as they lie in the file
     */
    record Understood(
            PaperForm form, String schema, String kind, String json, PaperSignature signature)
            implements PaperRead {}

    /**
     * A file that a person has to read.
     *
     * @param flaws each with its place: a JSON pointer into the data, or {@code pdf}
     */
    record NotUnderstood(List<Violation> flaws, PaperSignature signature) implements PaperRead {

        public NotUnderstood {
            flaws = List.copyOf(flaws);
        }
    }
}
