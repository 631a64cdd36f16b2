package az.qalxan.engines.threatintel.csaf;

import az.qalxan.engines.threatintel.csaf.Weaknesses.Entry;
import java.time.Instant;
import java.time.ZoneOffset;

/** CWE: whether weaknesses exist, are called so, and may be used. */
final class WeaknessTests {

    private static final Weaknesses CWE = Weaknesses.shipped();

    private WeaknessTests() {}

    static void register(Tests tests) {
        tests.only20("6.1.11", WeaknessTests::ofTwoZero);
        tests.only21("6.1.11", WeaknessTests::ofTwoOne);
        tests.only21("6.2.23", (d, f) -> each(d, (at, e) -> deprecated(at, e, f)));
        tests.only21("6.2.24", WeaknessTests::oldRelease);
        tests.only21("6.2.25", (d, f) -> each(d, (at, e) -> usage(at, e, "PD", f)));
        tests.only21("6.2.26", (d, f) -> each(d, (at, e) -> usage(at, e, "R", f)));
        tests.only20("6.3.4", (d, f) -> DocumentTests.missing(d, "cwe", f));
        tests.only21("6.3.4", (d, f) -> DocumentTests.missing(d, "cwes", f));
    }

    private interface Judge {
        void judge(At cwe, Entry entry);
    }

    private static void ofTwoZero(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            At cwe = v.at("cwe");
            if (cwe.isThere() && !CWE.wasCalled(cwe.text("id"), cwe.text("name"))) {
                f.add(cwe, "CWE knows no such weakness under this name");
            }
        }
    }

    private static void ofTwoOne(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            for (At cwe : v.each("cwes")) {
                Entry entry = CWE.find(cwe.text("id"), cwe.text("version"));
                if (entry == null || !entry.name().equals(cwe.text("name"))) {
                    f.add(cwe, "this release of CWE knows no such weakness under this name");
                }
            }
        }
    }

    private static void each(Document d, Judge judge) {
        for (At v : d.vulnerabilities()) {
            for (At cwe : v.each("cwes")) {
                Entry entry = CWE.find(cwe.text("id"), cwe.text("version"));
                if (entry != null) {
                    judge.judge(cwe, entry);
                }
            }
        }
    }

    private static void deprecated(At cwe, Entry entry, Findings f) {
        if (entry.deprecated()) {
            f.add(cwe, "deprecated in this release");
        }
    }

    private static void usage(At cwe, Entry entry, String unwanted, Findings f) {
        if (unwanted.indexOf(entry.usage()) >= 0) {
            f.add(cwe, "CWE does not simply allow it for mapping vulnerabilities");
        }
    }

    private static void oldRelease(Document d, Findings f) {
        Instant newest = d.newest();
        if (newest == null) {
            return;
        }
        String wanted = CWE.newestOn(newest.atZone(ZoneOffset.UTC).toLocalDate());
        for (At v : d.vulnerabilities()) {
            for (At cwe : v.each("cwes")) {
                if (!cwe.text("version").equals(wanted)) {
                    f.add(cwe.at("version"), "at the last revision the release was " + wanted);
                }
            }
        }
    }
}
