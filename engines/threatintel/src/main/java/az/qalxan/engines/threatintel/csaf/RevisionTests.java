package az.qalxan.engines.threatintel.csaf;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The revision history, the version and the status of a document. */
final class RevisionTests {

    private RevisionTests() {}

    static void register(Tests tests) {
        tests.both("6.1.14", RevisionTests::sorted);
        tests.both("6.1.16", RevisionTests::latest);
        tests.both("6.1.17", RevisionTests::draft);
        tests.both("6.1.18", RevisionTests::zeroAfterRelease);
        tests.both("6.1.19", RevisionTests::preReleases);
        tests.both("6.1.20", RevisionTests::preReleaseAfterRelease);
        tests.both("6.1.21", RevisionTests::gaps);
        tests.both("6.1.22", RevisionTests::twice);
        tests.both("6.1.30", RevisionTests::mixed);
        tests.both("6.2.4", RevisionTests::builds);
        tests.both("6.2.5", RevisionTests::initialDate);
        tests.both("6.2.6", RevisionTests::currentDate);
        tests.only21("6.2.21", RevisionTests::sameTimes);
    }

    private static @Nullable DocumentVersion version(Document d) {
        return DocumentVersion.of(d.tracking().text("version"));
    }

    private static void sorted(Document d, Findings f) {
        DocumentVersion before = null;
        for (Revision r : d.sortedRevisions()) {
            DocumentVersion number = r.number();
            if (number != null && before != null && number.compareTo(before) < 0) {
                f.add(r.at(), "later than a revision with a higher number");
            }
            before = number == null ? before : number;
        }
    }

    private static void latest(Document d, Findings f) {
        DocumentVersion version = version(d);
        List<Revision> sorted = d.sortedRevisions();
        DocumentVersion last = sorted.isEmpty() ? null : sorted.getLast().number();
        if (version == null || last == null) {
            return;
        }
        boolean isDraft = d.status().equals("draft");
        int order = isDraft ? version.core(last) : version.compareTo(last);
        if (order != 0 || version.isInteger() != last.isInteger()) {
            f.add(d.tracking().at("version"), "the newest revision has another number");
        }
    }

    private static void draft(Document d, Findings f) {
        DocumentVersion version = version(d);
        boolean isEarly = version != null && (version.isZero() || !version.preRelease().isEmpty());
        if (isEarly && !d.status().equals("draft")) {
            f.add(d.tracking().at("status"), "a version before the release is a draft");
        }
    }

    private static void zeroAfterRelease(Document d, Findings f) {
        for (Revision r : d.revisions()) {
            DocumentVersion number = r.number();
            if (d.isReleased() && number != null && number.isZero()) {
                f.add(
                        r.at().at("number"),
                        "a released document tells no versions before its release");
            }
        }
    }

    private static void preReleases(Document d, Findings f) {
        for (Revision r : d.revisions()) {
            DocumentVersion number = r.number();
            if (number != null && !number.preRelease().isEmpty()) {
                f.add(r.at().at("number"), "a pre-release has no revision of its own");
            }
        }
    }

    private static void preReleaseAfterRelease(Document d, Findings f) {
        DocumentVersion version = version(d);
        if (d.isReleased() && version != null && !version.preRelease().isEmpty()) {
            f.add(d.tracking().at("version"), "a released document is no pre-release");
        }
    }

    private static void gaps(Document d, Findings f) {
        BigInteger before = null;
        for (Revision r : d.sortedRevisions()) {
            DocumentVersion number = r.number();
            if (number == null) {
                continue;
            }
            BigInteger major = number.major();
            if (before == null ? major.compareTo(BigInteger.ONE) > 0 : isGap(before, major)) {
                f.add(r.at(), "a version before this one is missing");
            }
            before = major;
        }
    }

    private static boolean isGap(BigInteger before, BigInteger major) {
        return major.subtract(before).compareTo(BigInteger.ONE) > 0;
    }

    private static void twice(Document d, Findings f) {
        Set<String> seen = new HashSet<>();
        for (Revision r : d.revisions()) {
            DocumentVersion number = r.number();
            if (number != null && !seen.add(key(number))) {
                f.add(r.at().at("number"), "the number stands in the history before");
            }
        }
    }

    private static String key(DocumentVersion v) {
        return v.isInteger()
                + " "
                + v.major()
                + "."
                + v.minor()
                + "."
                + v.patch()
                + "-"
                + v.preRelease();
    }

    private static void mixed(Document d, Findings f) {
        Set<Boolean> kinds = new HashSet<>();
        DocumentVersion version = version(d);
        if (version != null) {
            kinds.add(version.isInteger());
        }
        for (Revision r : d.revisions()) {
            DocumentVersion number = r.number();
            if (number != null && kinds.add(number.isInteger()) && kinds.size() > 1) {
                f.add(r.at().at("number"), "whole numbers and semantic versions are mixed");
            }
        }
    }

    private static void builds(Document d, Findings f) {
        for (Revision r : d.revisions()) {
            DocumentVersion number = r.number();
            if (number != null && !number.build().isEmpty()) {
                f.add(r.at().at("number"), "has build metadata");
            }
        }
    }

    private static void initialDate(Document d, Findings f) {
        Instant initial = Times.of(d.tracking().text("initial_release_date"));
        Instant oldest = null;
        for (Revision r : d.revisions()) {
            Instant date = r.date();
            oldest = date != null && (oldest == null || date.isBefore(oldest)) ? date : oldest;
        }
        if (initial != null && oldest != null && initial.isBefore(oldest)) {
            f.add(d.tracking().at("initial_release_date"), "before the oldest revision");
        }
    }

    private static void currentDate(Document d, Findings f) {
        Instant current = Times.of(d.tracking().text("current_release_date"));
        Instant newest = d.newest();
        if (current != null && newest != null && current.isBefore(newest)) {
            f.add(d.tracking().at("current_release_date"), "before the newest revision");
        }
    }

    private static void sameTimes(Document d, Findings f) {
        Set<Instant> seen = new HashSet<>();
        for (Revision r : d.revisions()) {
            Instant date = r.date();
            if (date != null && !seen.add(date)) {
                f.add(r.at().at("date"), "two revisions have the same time");
            }
        }
    }
}
