package az.qalxan.engines.threatintel.csaf;

import static az.qalxan.engines.threatintel.csaf.Profiles.REPORT;
import static az.qalxan.engines.threatintel.csaf.Profiles.SUPERSEDED;
import static az.qalxan.engines.threatintel.csaf.Profiles.WITHDRAWN;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Titles that withdrawn and superseded documents use, and what a vulnerability report should have.
 */
final class ReportProfileTests {

    private ReportProfileTests() {}

    static void register(Tests tests) {
        tests.only21("6.1.27.17", (d, f) -> reasoning(d, true, WITHDRAWN, f));
        tests.only21("6.1.27.18", (d, f) -> reasoning(d, true, SUPERSEDED, f));
        tests.only21("6.1.27.19", (d, f) -> superseding(d, true, f));
        tests.only21("6.1.27.20", (d, f) -> vulnerabilityNotes(d, true, f));
        tests.only21("6.2.39.2", (d, f) -> reasoning(d, false, WITHDRAWN, f));
        tests.only21("6.2.39.3", (d, f) -> reasoning(d, false, SUPERSEDED, f));
        tests.only21("6.2.39.4", (d, f) -> superseding(d, false, f));
        tests.only21("6.2.39.6", (d, f) -> vulnerabilityNotes(d, false, f));
        tests.only21("6.2.39.7", (d, f) -> wanted(d, d.document().at("acknowledgments"), f));
        tests.only21("6.2.39.8", (d, f) -> wanted(d, d.document().at("aggregate_severity"), f));
        tests.only21("6.2.39.9", ReportProfileTests::amber);
        tests.only21("6.2.39.10", (d, f) -> each(d, "metrics", f));
        tests.only21("6.2.39.11", (d, f) -> each(d, "references", f));
        tests.only21("6.2.39.12", (d, f) -> each(d, "threats", f));
        tests.only21("6.2.39.13", (d, f) -> each(d, "title", f));
        tests.only21("6.3.23.1", (d, f) -> each(d, "involvements", f));
        tests.only21("6.3.23.2", (d, f) -> each(d, "disclosure_date", f));
    }

    /** Null where the test is for the other languages, or none is registered. */
    private static @Nullable String term(Document d, boolean english, Terms term) {
        return d.isEnglishOrUnsaid() == english ? term.in(d.language()) : null;
    }

    private static void reasoning(Document d, boolean english, String profile, Findings f) {
        String term =
                term(d, english, profile.equals(WITHDRAWN) ? Terms.WITHDRAWAL : Terms.SUPERSESSION);
        if (term != null && Profiles.is(d, profile)) {
            oneNote(d, term, "description", f);
        }
    }

    /** Exactly one note has that title, and it is of that category. */
    static void oneNote(Document d, String title, String category, Findings f) {
        List<At> notes =
                d.document().each("notes").stream()
                        .filter(n -> n.text("title").equals(title))
                        .toList();
        if (notes.size() != 1) {
            f.add(
                    d.document().at("notes"),
                    "exactly one note with the title " + title + " is wanted");
        } else if (!notes.getFirst().text("category").equals(category)) {
            f.add(notes.getFirst().at("category"), "the category " + category + " is wanted");
        }
    }

    private static void superseding(Document d, boolean english, Findings f) {
        String term = term(d, english, Terms.SUPERSEDING);
        if (term == null || !Profiles.is(d, SUPERSEDED)) {
            return;
        }
        List<At> references =
                d.document().each("references").stream()
                        .filter(r -> r.text("summary").startsWith(term))
                        .toList();
        if (references.isEmpty()) {
            f.add(d.document().at("references"), "no summary starts with " + term);
        }
        for (At reference : references) {
            if (!reference.text("category").equals("external")) {
                f.add(reference, "the category external is wanted");
            }
        }
    }

    private static void vulnerabilityNotes(Document d, boolean english, Findings f) {
        String summary = term(d, english, Terms.VULNERABILITY_SUMMARY);
        String cve = term(d, english, Terms.CVE_DESCRIPTION);
        if (summary == null || cve == null || !Profiles.is(d, REPORT)) {
            return;
        }
        for (At v : d.vulnerabilities()) {
            boolean there = v.each("notes").stream().anyMatch(n -> isDescription(n, summary, cve));
            if (!there) {
                f.add(v.at("notes"), "a note " + summary + " or " + cve + " is wanted");
            }
        }
    }

    private static boolean isDescription(At note, String summary, String cve) {
        String title = note.text("title");
        String category = note.text("category");
        return title.equals(summary) && category.equals("summary")
                || title.equals(cve) && category.equals("description");
    }

    private static void wanted(Document d, At at, Findings f) {
        if (Profiles.is(d, REPORT) && !at.isThere()) {
            f.add(at, "a vulnerability report should have it");
        }
    }

    private static void each(Document d, String member, Findings f) {
        d.vulnerabilities().forEach(v -> wanted(d, v.at(member), f));
    }

    private static void amber(Document d, Findings f) {
        if (Profiles.is(d, REPORT) && !d.tlp().equals("AMBER")) {
            f.add(d.document().at("distribution").at("tlp").at("label"), "AMBER is recommended");
        }
    }
}
