package az.qalxan.engines.threatintel.csaf;

import az.qalxan.engines.threatintel.csaf.Cvss.Scores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** CVSS of all versions: form, reckoning, agreement with the vector, and where it is given. */
final class CvssTests {

    private static final Shape SHAPE = Shape.of("cvss.shape");
    private static final double HALF_STEP = 0.0499;

    private static final Map<String, String> TWO =
            pairs(
                    "accessVector AV accessComplexity AC authentication Au confidentialityImpact C"
                            + " integrityImpact I availabilityImpact A exploitability E"
                            + " remediationLevel RL reportConfidence RC"
                            + " collateralDamagePotential CDP targetDistribution TD"
                            + " confidentialityRequirement CR integrityRequirement IR"
                            + " availabilityRequirement AR");
    private static final Map<String, String> THREE =
            pairs(
                    "attackVector AV attackComplexity AC privilegesRequired PR userInteraction UI"
                            + " scope S confidentialityImpact C integrityImpact I"
                            + " availabilityImpact A exploitCodeMaturity E remediationLevel RL"
                            + " reportConfidence RC confidentialityRequirement CR"
                            + " integrityRequirement IR availabilityRequirement AR"
                            + " modifiedAttackVector MAV modifiedAttackComplexity MAC"
                            + " modifiedPrivilegesRequired MPR modifiedUserInteraction MUI"
                            + " modifiedScope MS modifiedConfidentialityImpact MC"
                            + " modifiedIntegrityImpact MI modifiedAvailabilityImpact MA");
    private static final Map<String, String> FOUR =
            pairs(
                    "attackVector AV attackComplexity AC attackRequirements AT"
                            + " privilegesRequired PR userInteraction UI"
                            + " vulnConfidentialityImpact VC vulnIntegrityImpact VI"
                            + " vulnAvailabilityImpact VA subConfidentialityImpact SC"
                            + " subIntegrityImpact SI subAvailabilityImpact SA exploitMaturity E"
                            + " confidentialityRequirement CR integrityRequirement IR"
                            + " availabilityRequirement AR modifiedAttackVector MAV"
                            + " modifiedAttackComplexity MAC modifiedAttackRequirements MAT"
                            + " modifiedPrivilegesRequired MPR modifiedUserInteraction MUI"
                            + " modifiedVulnConfidentialityImpact MVC"
                            + " modifiedVulnIntegrityImpact MVI modifiedVulnAvailabilityImpact MVA"
                            + " modifiedSubConfidentialityImpact MSC modifiedSubIntegrityImpact MSI"
                            + " modifiedSubAvailabilityImpact MSA Safety S Automatable AU"
                            + " Recovery R valueDensity V vulnerabilityResponseEffort RE"
                            + " providerUrgency U");

    private CvssTests() {}

    private static Map<String, String> pairs(String words) {
        Map<String, String> all = new HashMap<>();
        String[] parts = words.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            all.put(parts[i], parts[i + 1]);
        }
        return Map.copyOf(all);
    }

    static void register(Tests tests) {
        tests.both("6.1.7", CvssTests::sameVersionTwice);
        tests.both("6.1.8", (d, f) -> each(d, c -> SHAPE.breaches(c, form(c), f)));
        tests.both("6.1.9", (d, f) -> each(d, c -> computation(c, f)));
        tests.both("6.1.10", (d, f) -> each(d, c -> consistency(c, f)));
        tests.only21("6.1.56", CvssTests::cvssAndQualitative);
        tests.both("6.2.19", CvssTests::fixedProducts);
        tests.only21("6.2.47", CvssTests::qualitativeByIssuer);
        tests.both("6.3.1", CvssTests::onlyTwo);
        tests.both("6.3.2", CvssTests::threeZero);
        tests.only21("6.3.12", CvssTests::missingFour);
        tests.only21("6.3.18", (d, f) -> metrics(d).forEach(m -> qualitative(m, f)));
    }

    static List<Metric> metrics(Document d) {
        List<Metric> all = new ArrayList<>();
        d.vulnerabilities().forEach(v -> all.addAll(d.metrics(v)));
        return all;
    }

    /** The CVSS objects of a metric. */
    static List<At> objects(Metric metric) {
        List<At> all = new ArrayList<>();
        for (String name : List.of("cvss_v2", "cvss_v3", "cvss_v4")) {
            if (metric.content().has(name)) {
                all.add(metric.content().at(name));
            }
        }
        return all;
    }

    private static void each(Document d, java.util.function.Consumer<At> judge) {
        metrics(d).forEach(m -> objects(m).forEach(judge));
    }

    static String form(At cvss) {
        return switch (cvss.name()) {
            case "cvss_v2" -> "cvss2";
            case "cvss_v4" -> "cvss4";
            default -> version(cvss).equals("3.0") ? "cvss30" : "cvss31";
        };
    }

    private static String version(At cvss) {
        String version = cvss.text("version");
        if (version.isEmpty() && cvss.text("vectorString").startsWith("CVSS:3.0")) {
            return "3.0";
        }
        return version;
    }

    static Shape shape() {
        return SHAPE;
    }

    private static void sameVersionTwice(Document d, Findings f) {
        String canonical = d.canonicalUrl();
        for (At v : d.vulnerabilities()) {
            Set<List<String>> seen = new HashSet<>();
            for (Metric metric : d.metrics(v)) {
                String source = metric.source().equals(canonical) ? "" : metric.source();
                for (At cvss : objects(metric)) {
                    for (String product : metric.products()) {
                        if (!seen.add(List.of(product, cvss.name(), version(cvss), source))) {
                            f.add(cvss, "a second score of this version for " + product);
                        }
                    }
                }
            }
        }
    }

    private static void computation(At cvss, Findings f) {
        String vector = cvss.text("vectorString");
        Scores scores = Cvss.scores(vector);
        if (scores == null) {
            return;
        }
        if (cvss.name().equals("cvss_v4")) {
            Scores base = Cvss.scores(Cvss.baseOfFour(vector));
            boolean isBase = base != null && isNear(cvss.at("baseScore"), base.base());
            Scores right = base == null || !isBase ? scores : base;
            score(cvss, "base", right.base(), f);
            return;
        }
        score(cvss, "base", scores.base(), f);
        score(cvss, "temporal", scores.temporal(), f);
        score(cvss, "environmental", scores.environmental(), f);
    }

    private static void score(At cvss, String kind, double right, Findings f) {
        At score = cvss.at(kind + "Score");
        if (score.node().isNumber() && !isNear(score, right)) {
            f.add(score, "the vector makes " + right);
        }
        At severity = cvss.at(kind + "Severity");
        if (severity.isThere() && !severity.text().equals(Cvss.severity(right))) {
            f.add(severity, "the vector makes " + Cvss.severity(right));
        }
    }

    private static boolean isNear(At score, double right) {
        return score.node().isNumber() && Math.abs(score.node().doubleValue() - right) < HALF_STEP;
    }

    private static void consistency(At cvss, Findings f) {
        boolean isTwo = cvss.name().equals("cvss_v2");
        Map<String, String> vector = Cvss.metrics(cvss.text("vectorString"));
        Map<String, String> names = isTwo ? TWO : cvss.name().equals("cvss_v4") ? FOUR : THREE;
        names.forEach((property, metric) -> {
            String value = cvss.text(property);
            String code = isTwo ? Cvss.codeOfTwo(property, value) : Cvss.code(value);
            String said = vector.getOrDefault(metric, "");
            boolean isUrgency = metric.equals("U") && said.length() > 1;
            boolean same = isUrgency ? said.equalsIgnoreCase(value) : said.equals(code);
            if (!value.isEmpty() && !said.isEmpty() && !same) {
                f.add(cvss.at(property), "the vector says " + metric + ":" + said);
            }
        });
    }

    private static void cvssAndQualitative(Document d, Findings f) {
        String canonical = d.canonicalUrl();
        for (At v : d.vulnerabilities()) {
            Set<List<String>> scored = new HashSet<>();
            List<Metric> metrics = d.metrics(v);
            for (Metric m : metrics) {
                String source = m.source().equals(canonical) ? "" : m.source();
                if (m.hasCvss()) {
                    m.products().forEach(p -> scored.add(List.of(p, source)));
                }
            }
            for (Metric m : metrics) {
                String source = m.source().equals(canonical) ? "" : m.source();
                boolean both =
                        m.products().stream().anyMatch(p -> scored.contains(List.of(p, source)));
                if (m.content().has("qualitative_severity_rating") && both) {
                    f.add(m.content().at("qualitative_severity_rating"), "CVSS is given as well");
                }
            }
        }
    }

    private static void fixedProducts(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            Set<String> fixed = StatusTests.products(v, StatusTests.FIXED);
            for (Metric metric : d.metrics(v)) {
                if (metric.products().stream().noneMatch(fixed::contains)) {
                    continue;
                }
                for (At cvss : objects(metric)) {
                    if (!isZero(cvss)) {
                        f.add(cvss, "a fixed product is scored above 0");
                    }
                }
            }
        }
    }

    private static boolean isZero(At cvss) {
        At environmental = cvss.at("environmentalScore");
        if (environmental.node().isNumber()) {
            return environmental.node().doubleValue() == 0;
        }
        if (isZero(cvss.at("baseScore").node().doubleValue(1))) {
            return true;
        }
        Scores scores = Cvss.scores(cvss.text("vectorString"));
        return scores != null && isZero(scores.environmental()) || environmentTakesAll(cvss);
    }

    private static boolean isZero(double score) {
        return score == 0;
    }

    /** Whether the spelt-out properties leave no impact. */
    private static boolean environmentTakesAll(At cvss) {
        return switch (cvss.name()) {
            case "cvss_v2" -> cvss.text("targetDistribution").equals("NONE");
            case "cvss_v3" -> all(cvss, "NONE", "modified%sImpact");
            default ->
                    all(cvss, "NONE", "modifiedVuln%sImpact")
                            && all(cvss, "NEGLIGIBLE", "modifiedSub%sImpact");
        };
    }

    private static boolean all(At cvss, String value, String property) {
        return List.of("Availability", "Confidentiality", "Integrity").stream()
                .allMatch(of -> cvss.text(property.formatted(of)).equals(value));
    }

    private static void qualitativeByIssuer(Document d, Findings f) {
        String canonical = d.canonicalUrl();
        for (Metric m : metrics(d)) {
            if (m.source().isEmpty() || m.source().equals(canonical)) {
                qualitative(m, f);
            }
        }
    }

    private static void qualitative(Metric m, Findings f) {
        if (m.content().has("qualitative_severity_rating")) {
            f.add(
                    m.content().at("qualitative_severity_rating"),
                    "no inputs of the rating are told");
        }
    }

    private static void onlyTwo(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            List<Metric> metrics = d.metrics(v);
            Set<String> otherwise = new HashSet<>();
            for (Metric m : metrics) {
                if (m.content().has("cvss_v3") || m.content().has("cvss_v4")) {
                    otherwise.addAll(m.products());
                }
            }
            for (Metric m : metrics) {
                if (m.content().has("cvss_v2") && !otherwise.containsAll(m.products())) {
                    f.add(m.content().at("cvss_v2"), "no other scoring system for the products");
                }
            }
        }
    }

    private static void threeZero(Document d, Findings f) {
        for (Metric m : metrics(d)) {
            At cvss = m.content().at("cvss_v3");
            String vector = cvss.text("vectorString").toUpperCase(Locale.ROOT);
            if (cvss.text("version").equals("3.0") || vector.startsWith("CVSS:3.0")) {
                f.add(cvss, "CVSS 3.0; 3.1 is better defined");
            }
        }
    }

    private static void missingFour(Document d, Findings f) {
        for (At v : d.vulnerabilities()) {
            Set<String> covered = new HashSet<>();
            for (Metric m : d.metrics(v)) {
                if (m.hasCvss()) {
                    covered.addAll(m.products());
                    if (!m.content().has("cvss_v4")) {
                        f.add(m.content(), "no CVSS 4.0 is given");
                    }
                }
            }
            StatusTests.missing(v, StatusTests.products(v, StatusTests.AFFECTED), covered, f);
        }
    }
}
