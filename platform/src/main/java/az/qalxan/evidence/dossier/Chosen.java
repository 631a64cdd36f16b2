package az.qalxan.evidence.dossier;

import az.qalxan.engines.container.Member;
import az.qalxan.evidence.CustodyRecord;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.StoredBytes;
import java.util.List;

/**
 * What goes out.
 *
 * @param caseTitle the case's title
 * @param owner the name of the body that keeps the case
 */
record Chosen(Dossier dossier, String caseTitle, String owner, List<Item> items) {

    Chosen {
        items = List.copyOf(items);
    }

    /** An exhibit with its chain of custody. */
    record Item(Exhibit exhibit, CustodyRecord chain) {

        /** Where its bytes lie in the container; empty without bytes. */
        String path() {
            return Chosen.path(exhibit);
        }
    }

    static String path(Exhibit exhibit) {
        StoredBytes stored = exhibit.stored();
        return stored == null
                ? ""
                : "files/" + exhibit.number().place() + "/" + Member.safeName(stored.name());
    }
}
