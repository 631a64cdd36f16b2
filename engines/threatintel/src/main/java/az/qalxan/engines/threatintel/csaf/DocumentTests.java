package az.qalxan.engines.threatintel.csaf;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is left: ids, references, titles, order of keys, members that no schema knows. */
final class DocumentTests {

    private static final Shape TWO_ZERO = Shape.of("csaf-2.0.shape");
    private static final Shape TWO_ONE = Shape.of("csaf-2.1.shape");
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,}");

    /** Systems of vulnerability ids that RVISC lists, as far as they are known here. */
    private static final Map<String, Pattern> ID_SYSTEMS =
            Map.of(
                    "https://github.com/oasis-tcs/csaf",
                    Pattern.compile("(oasis-tcs/csaf)?#[1-9][0-9]*"));

    private DocumentTests() {}

    static void register(Tests tests) {
        tests.both("6.1.23", DocumentTests::cveTwice);
        tests.both("6.1.24", DocumentTests::involvementTwice);
        tests.both("6.2.7", DocumentTests::involvementDate);
        tests.both("6.2.11", DocumentTests::canonicalUrl);
        tests.both("6.2.13", (d, f) -> sorted(d.root(), f));
        tests.both("6.2.17", DocumentTests::cveAsId);
        tests.both("6.2.20", DocumentTests::extras);
        tests.only21("6.2.22", DocumentTests::idInTitle);
        tests.only21("6.2.40", DocumentTests::productDescription);
        tests.only21("6.2.53", DocumentTests::idText);
        tests.both("6.3.3", (d, f) -> missing(d, "cve", f));
        tests.only21("6.3.20", DocumentTests::unregisteredIds);
    }

    /** Each vulnerability that has no such member. */
    static void missing(Document d, String member, Findings f) {
        for (At v : d.vulnerabilities()) {
            if (!v.has(member)) {
                f.add(v, member + " is missing");
            }
        }
    }

    private static void cveTwice(Document d, Findings f) {
        Set<String> seen = new HashSet<>();
        for (At v : d.vulnerabilities()) {
            if (!v.text("cve").isEmpty() && !seen.add(v.text("cve"))) {
                f.add(v.at("cve"), "another vulnerability has this CVE: " + v.text("cve"));
            }
        }
    }

    private static void involvementTwice(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            Set<List<String>> seen = new HashSet<>();
            for (At involvement : v.each("involvements")) {
                Instant date = Times.of(involvement.text("date"));
                String when = date == null ? involvement.text("date") : date.toString();
                if (!seen.add(List.of(involvement.text("party"), when))) {
                    f.add(involvement, "the party is named twice for this time");
                }
            }
        }
    }

    private static void involvementDate(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            for (At involvement : v.each("involvements")) {
                if (!involvement.has("date")) {
                    f.add(involvement, "no date is told");
                }
            }
        }
    }

    private static void canonicalUrl(Document d, Findings f) {
        if (d.canonicalUrl().isEmpty()) {
            String filename = Filenames.of(d.tracking().text("id"));
            f.add(
                    d.document().at("references"),
                    "no reference to itself starts with https:// and ends with /" + filename);
        }
    }

    private static void sorted(At at, Findings f) {
        String before = null;
        for (At member : at.members()) {
            if (before != null && before.compareTo(member.name()) > 0) {
                f.add(member, "not at its alphabetical place");
            }
            before = member.name();
            if (member.node().isContainer()) {
                sorted(member, f);
            }
        }
        for (At item : at.each()) {
            if (item.node().isContainer()) {
                sorted(item, f);
            }
        }
    }

    private static void cveAsId(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            for (At id : v.each("ids")) {
                if (CVE.matcher(id.text("text")).matches()) {
                    f.add(id, "a CVE stands in the member cve");
                }
            }
        }
    }

    private static void extras(Document d, Findings f) {
        (d.isTwoOne() ? TWO_ONE : TWO_ZERO).extras(d.root(), "root", f);
        for (Metric m : CvssTests.metrics(d)) {
            for (At cvss : CvssTests.objects(m)) {
                CvssTests.shape().extras(cvss, CvssTests.form(cvss), f);
            }
            if (m.content().has("ssvc_v2")) {
                SsvcTests.shape().extras(m.content().at("ssvc_v2"), "ssvc", f);
            }
        }
    }

    private static void idInTitle(Document d, Findings f) {
        String id = d.tracking().text("id");
        if (!id.isEmpty() && d.document().text("title").contains(id)) {
            f.add(d.document().at("title"), "contains the id of the document");
        }
    }

    private static void productDescription(Document d, Findings f) {
        String title = Terms.PRODUCT_DESCRIPTION.in(d.language());
        for (At note : d.document().each("notes")) {
            boolean isIt =
                    note.text("category").equals("description") && note.text("title").equals(title);
            if (isIt && !note.has("product_ids") && !note.has("group_ids")) {
                f.add(note, "does not tell which product it describes");
            }
        }
    }

    private static void idText(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            for (At id : v.each("ids")) {
                Pattern form = ID_SYSTEMS.get(id.text("system_name"));
                if (form != null && !form.matcher(id.text("text")).matches()) {
                    f.add(id.at("text"), "is not of the form that the id system has: " + form);
                }
            }
        }
    }

    private static void unregisteredIds(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            for (At id : v.each("ids")) {
                if (!ID_SYSTEMS.containsKey(id.text("system_name"))) {
                    f.add(id.at("system_name"), "not a registered system of ids");
                }
            }
        }
    }
}
