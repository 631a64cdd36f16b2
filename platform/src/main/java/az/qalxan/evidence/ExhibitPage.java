package az.qalxan.evidence;

import az.qalxan.casework.CaseHead;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of one exhibit.
 *
 * @param caseHead its case; null when the viewer only holds the exhibit
 * @param source what it was made from; null for an original
 * @param bodies how bodies are called, by code
 * @param parts what the modules below show
 * @param now the present moment as a date field wants it
 */
record ExhibitPage(
        Exhibit exhibit,
        @Nullable CaseHead caseHead,
        @Nullable Exhibit source,
        List<Exhibit> copies,
        CustodyRecord chain,
        ChainPicture picture,
        EvidencePack.PackRule rule,
        Map<String, String> bodies,
        List<Content> parts,
        May may,
        String now) {

    /** What the viewer may do. */
    record May(boolean update, boolean decide, boolean export, boolean give) {}

    ExhibitPage {
        copies = List.copyOf(copies);
        bodies = Map.copyOf(bodies);
        parts = List.copyOf(parts);
    }

    String body(String code) {
        return bodies.getOrDefault(code, code);
    }

    /** A detail of a link in the reader's words: codes of a closed list by their names. */
    String detail(String name, String value, PageFrame frame) {
        return switch (name) {
            case "holder-body", "to-body" -> body(value);
            case "origin", "class" -> frame.t("evidence." + name + "." + value);
            case "purpose" -> frame.t("evidence.copy." + value);
            default -> value;
        };
    }
}
