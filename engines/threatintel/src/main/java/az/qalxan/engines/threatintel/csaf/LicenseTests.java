package az.qalxan.engines.threatintel.csaf;

import java.util.function.Predicate;

/** The licence of a document. */
final class LicenseTests {

    private LicenseTests() {}

    static void register(Tests tests) {
        tests.only21("6.1.54", LicenseTests::form);
        tests.only21("6.1.55", (d, f) -> text(d, true, f));
        tests.only21("6.2.43", LicenseTests::missing);
        tests.only21("6.2.44", (d, f) -> each(d, LicenseExpression::isDeprecated, f));
        tests.only21("6.2.45", (d, f) -> each(d, LicenseExpression::isUnknown, f));
        tests.only21("6.2.46", (d, f) -> text(d, false, f));
        tests.only21("6.3.17", (d, f) -> each(d, id -> !LicenseExpression.isListed(id), f));
    }

    private static At at(Document d) {
        return d.document().at("license_expression");
    }

    private static void form(Document d, Findings f) {
        if (at(d).isThere() && LicenseExpression.of(at(d).text()) == null) {
            f.add(at(d), "not an SPDX licence expression");
        }
    }

    /** A licence of one's own has its text in a note. */
    private static void text(Document d, boolean english, Findings f) {
        LicenseExpression expression = LicenseExpression.of(at(d).text());
        String term = d.isEnglishOrUnsaid() == english ? Terms.LICENSE.in(d.language()) : null;
        if (expression != null && term != null && !expression.isListed()) {
            ReportProfileTests.oneNote(d, term, "legal_disclaimer", f);
        }
    }

    private static void missing(Document d, Findings f) {
        if (at(d).text().isEmpty()) {
            f.add(at(d), at(d).isThere() ? "has no value" : "no licence is told");
        }
    }

    private static void each(Document d, Predicate<String> unwanted, Findings f) {
        LicenseExpression expression = LicenseExpression.of(at(d).text());
        if (expression != null) {
            for (String id : expression.all()) {
                if (unwanted.test(id)) {
                    f.add(at(d), "deprecated, unlisted or unknown: " + id);
                }
            }
        }
    }
}
