package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.List;

/** Spelling and grammar of the texts; only English is supported, other languages fail (6.3.8). */
final class WordingTests {

    private WordingTests() {}

    static void register(Tests tests) {
        tests.both("6.3.8", WordingTests::spelling);
        tests.only21("6.3.16", WordingTests::grammar);
    }

    private static void spelling(Document d, Findings f) {
        if (!isSupported(d, f)) {
            return;
        }
        List<At> all = new ArrayList<>(sentences(d));
        all.addAll(names(d));
        for (At at : all) {
            String unknown = English.firstUnknown(at.text());
            if (!unknown.isEmpty()) {
                f.add(at, "not a word that is known: " + unknown);
            }
        }
    }

    private static void grammar(Document d, Findings f) {
        if (!isSupported(d, f)) {
            return;
        }
        for (At at : sentences(d)) {
            String wrong = Grammar.firstMistake(at.text());
            if (!wrong.isEmpty()) {
                f.add(at, "hardly correct: " + wrong);
            }
        }
    }

    private static boolean isSupported(Document d, Findings f) {
        boolean isGiven = !d.language().isEmpty();
        if (isGiven && !d.language().equals("en")) {
            f.add(d.document().at("lang"), "texts of this language cannot be checked");
        }
        return d.language().equals("en");
    }

    private static void add(List<At> all, At at) {
        if (!at.text().isEmpty()) {
            all.add(at);
        }
    }

    private static void add(List<At> all, List<At> entries, String... members) {
        for (At entry : entries) {
            for (String member : members) {
                add(all, entry.at(member));
            }
        }
    }

    private static List<At> sentences(Document d) {
        List<At> all = new ArrayList<>();
        At document = d.document();
        add(all, document.each("acknowledgments"), "summary");
        add(all, document.at("aggregate_severity").at("text"));
        add(all, document.at("distribution").at("text"));
        add(all, document.each("notes"), "audience", "text", "title");
        add(all, document.at("publisher").at("issuing_authority"));
        add(all, document.each("references"), "summary");
        add(all, document.at("title"));
        add(all, d.tracking().each("revision_history"), "summary");
        add(all, d.root().at("product_tree").each("product_groups"), "summary");
        for (At v : d.vulnerabilities()) {
            add(all, v.each("acknowledgments"), "summary");
            add(all, v.each("involvements"), "summary");
            add(all, v.each("notes"), "audience", "text", "title");
            add(all, v.each("references"), "summary");
            add(all, v.each("remediations"), "details");
            for (At r : v.each("remediations")) {
                r.each("entitlements").forEach(e -> add(all, e));
                add(all, r.at("restart_required").at("details"));
            }
            add(all, v.each("threats"), "details");
            add(all, v.at("title"));
        }
        return all;
    }

    /** Texts that are names rather than sentences: those of persons and products are left alone. */
    private static List<At> names(Document d) {
        List<At> all = new ArrayList<>();
        boolean isOwnCategory = !Profiles.besideBase(d).contains(d.category());
        if (isOwnCategory && !d.category().equals(Profiles.BASE)) {
            add(all, d.document().at("category"));
        }
        return all;
    }
}
