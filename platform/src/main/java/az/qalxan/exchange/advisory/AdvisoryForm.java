package az.qalxan.exchange.advisory;

import az.qalxan.access.Handling;
import az.qalxan.engines.threatintel.csaf.CsafTerms;
import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * The form of an advisory as it was filled in; products, vulnerabilities and references are rows of
 * values that belong together by their place.
 */
record AdvisoryForm(Map<String, List<String>> values) {

    static final int ROWS_MAX = 100;
    static final List<String> PRODUCT =
            List.of("pVendor", "pName", "pVersion", "pCpe", "pPurl", "pStatus");
    static final List<String> VULNERABILITY =
            List.of("vCve", "vTitle", "vCwe", "vVector", "vText", "vFix", "vFixText", "vFixUrl");
    static final List<String> REFERENCE = List.of("rUrl", "rText");
    static final List<String> STATUSES = List.of("affected", "fixed", "safe", "checked");
    static final List<String> FIXES =
            List.of("vendor_fix", "mitigation", "workaround", "no_fix_planned", "none_available");
    static final List<String> LANGUAGES = List.of("en", "az");
    static final List<Handling> HANDLINGS = List.of(Handling.CLEAR, Handling.GREEN, Handling.AMBER);

    private static final List<String> ALONE =
            List.of("title", "handling", "lang", "status", "summary", "details", "change");
    private static final Map<String, Integer> LONG =
            Map.of("summary", 4000, "details", 8000, "vText", 4000, "vFixText", 2000);
    private static final int SHORT_MAX = 300;
    private static final Set<String> CHOICES = Set.of("pStatus", "vFix");

    AdvisoryForm {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        values = java.util.Collections.unmodifiableMap(copy);
    }

    static AdvisoryForm empty() {
        return new AdvisoryForm(
                Map.of(
                        "lang", List.of("en"),
                        "handling", List.of(Handling.CLEAR.label()),
                        "status", List.of("final")));
    }

    /** Only what belongs to the form, of bounded length and number. */
    static AdvisoryForm of(MultiValueMap<String, String> posted) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(ALONE);
        List.of(PRODUCT, VULNERABILITY, REFERENCE).forEach(names::addAll);
        for (String name : names) {
            List<String> all = posted.getOrDefault(name, List.of());
            int most = ALONE.contains(name) ? 1 : ROWS_MAX;
            List<String> bare = new ArrayList<>();
            for (String one : all.subList(0, Math.min(all.size(), most))) {
                bare.add(one.replace("\r\n", "\n").strip());
            }
            kept.put(name, bare);
        }
        return new AdvisoryForm(kept);
    }

    String text(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    boolean is(String name, String value) {
        return text(name).equals(value);
    }

    /** One filled-in row. */
    record Row(Map<String, String> values) {

        Row {
            values = Map.copyOf(values);
        }

        String text(String name) {
            return values.getOrDefault(name, "");
        }

        boolean is(String name, String value) {
            return text(name).equals(value);
        }
    }

    List<Row> products() {
        return rows(PRODUCT);
    }

    List<Row> vulnerabilities() {
        return rows(VULNERABILITY);
    }

    List<Row> references() {
        return rows(REFERENCE);
    }

    /** Rows in which something was typed. */
    private List<Row> rows(List<String> names) {
        int count =
                names.stream()
                        .mapToInt(name -> values.getOrDefault(name, List.of()).size())
                        .max()
                        .orElse(0);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            boolean typed = false;
            for (String name : names) {
                List<String> all = values.getOrDefault(name, List.of());
                String value = i < all.size() ? all.get(i) : "";
                row.put(name, value);
                typed |= !value.isEmpty() && !CHOICES.contains(name);
            }
            if (typed) {
                rows.add(new Row(row));
            }
        }
        return rows;
    }

    Optional<Handling> handling() {
        return HANDLINGS.stream().filter(one -> one.label().equals(text("handling"))).findFirst();
    }

    /** What is wrong with what was typed; what is wrong with the document is the engine's word. */
    List<Violation> wrong() {
        List<Violation> wrong = new ArrayList<>();
        length("title", text("title"), 3, wrong);
        if (handling().isEmpty() || !LANGUAGES.contains(text("lang"))) {
            wrong.add(Violation.at("handling", "advisory.wrong.choice", text("handling")));
        }
        if (!Arrays.asList("interim", "final").contains(text("status"))) {
            wrong.add(Violation.at("status", "advisory.wrong.choice", text("status")));
        }
        for (String name : List.of("summary", "details", "change")) {
            length(name, text(name), 0, wrong);
        }
        for (Row row : products()) {
            row.values().forEach((name, value) -> length(name, value, 0, wrong));
            if (row.text("pName").isEmpty() || !STATUSES.contains(row.text("pStatus"))) {
                wrong.add(Violation.at("pName", "advisory.wrong.product"));
            }
        }
        for (Row row : vulnerabilities()) {
            row.values().forEach((name, value) -> length(name, value, 0, wrong));
            vulnerability(row, wrong);
        }
        for (Row row : references()) {
            row.values().forEach((name, value) -> length(name, value, 0, wrong));
        }
        return wrong;
    }

    private static void vulnerability(Row row, List<Violation> wrong) {
        String vector = row.text("vVector");
        if (!vector.isEmpty() && CsafTerms.cvssThree(vector).isEmpty()) {
            wrong.add(Violation.at("vVector", "advisory.wrong.vector", vector));
        }
        String cwe = row.text("vCwe");
        if (!cwe.isEmpty() && CsafTerms.weakness(cwe).isEmpty()) {
            wrong.add(Violation.at("vCwe", "advisory.wrong.cwe", cwe));
        }
        if (!FIXES.contains(row.text("vFix"))) {
            wrong.add(Violation.at("vFix", "advisory.wrong.choice", row.text("vFix")));
        }
    }

    private static void length(String name, String value, int least, List<Violation> wrong) {
        int most = LONG.getOrDefault(name, SHORT_MAX);
        if (value.length() < least || value.length() > most) {
            wrong.add(Violation.at(name, "advisory.wrong.length", least, most, value.length()));
        }
    }
}
