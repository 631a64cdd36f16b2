package az.qalxan.engines.law;

import az.qalxan.engines.yaml.Yaml;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a file. Every wrong or missing value becomes a problem with its line, and
 * something harmless stands in for it, so that one reading tells everything.
 */
final class PackEntry {

    private static final String NOTHING = "?";
    private static final Wording NO_WORDING = Wording.of(NOTHING, NOTHING);
    private static final Pattern INSTRUMENT = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
    private static final Set<String> LANGUAGES = Set.of("az", "en", "tr", "kk", "ky", "ru");

    private final PackFile file;
    private final Yaml node;
    private final Set<String> asked = new HashSet<>();

    PackEntry(PackFile file, Yaml node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof Yaml.Mapping)) {
            wrong(node, "a mapping with keys is expected here");
        }
    }

    int line() {
        return node.line();
    }

    /** Tells of every key that nobody asked for. */
    void finish() {
        node.entries()
                .forEach((key, value) -> {
                    if (!asked.contains(key)) {
                        wrong(
                                value,
                                "the key "
                                        + key
                                        + " is not known here; allowed: "
                                        + String.join(", ", new TreeSet<>(asked)));
                    }
                });
    }

    boolean has(String key) {
        asked.add(key);
        return node.entries().containsKey(key);
    }

    String text(String key) {
        Yaml value = plain(key);
        if (value == null) {
            return NOTHING;
        }
        if (value.text().isBlank()) {
            wrong(value, key + " is empty");
            return NOTHING;
        }
        return value.text().strip();
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int number(String key, int min, int max) {
        String text = text(key);
        if (text.matches("\\d{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        wrongValue(key, "%s is not a whole number from %d to %d".formatted(text, min, max));
        return min;
    }

    boolean yes(String key) {
        String text = text(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            wrongValue(key, text + " is not true or false");
        }
        return text.equals("true");
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> kind) {
        return oneOf(key, text(key), kind);
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> kind, E otherwise) {
        return has(key) ? oneOf(key, kind) : otherwise;
    }

    private <E extends Enum<E>> E oneOf(String key, String text, Class<E> kind) {
        for (E one : kind.getEnumConstants()) {
            if (LawWords.code(one).equals(text)) {
                return one;
            }
        }
        wrongValue(
                key,
                text
                        + " is not allowed; allowed: "
                        + Stream.of(kind.getEnumConstants())
                                .map(LawWords::code)
                                .collect(Collectors.joining(", ")));
        return kind.getEnumConstants()[0];
    }

    <E extends Enum<E>> List<E> allOf(String key, Class<E> kind) {
        return texts(key).stream().map(one -> oneOf(key, one, kind)).toList();
    }

    LocalDate date(String key) {
        return date(key, text(key));
    }

    @Nullable LocalDate dateOrNull(String key) {
        return has(key) ? date(key) : null;
    }

    private LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrongValue(key, text + " is no date; write it as 2026-11-27");
            return LocalDate.EPOCH;
        }
    }

    List<LocalDate> dates(String key) {
        return texts(key).stream().map(one -> date(key, one)).toList();
    }

    MonthDay monthDay(String key, String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            wrongValue(key, text + " is no day of the year; write it as 03-20");
            return MonthDay.of(1, 1);
        }
    }

    ZoneId zone(String key) {
        String text = text(key);
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        wrongValue(key, text + " is no time zone; write it as Asia/Baku");
        return ZoneOffset.UTC;
    }

    Period period() {
        LocalDate from = dateOrNull("from");
        LocalDate until = dateOrNull("until");
        if (from != null && until != null && !from.isBefore(until)) {
            wrongValue("until", until + " is not after from, " + from);
            return Period.ALWAYS;
        }
        return new Period(from, until);
    }

    StateCode state() {
        StateCode usual = file.state();
        return usual != null && !has("state") ? usual : state("state", text("state"));
    }

    @Nullable StateCode stateOrNull() {
        return has("state") || file.state() != null ? state() : null;
    }

    List<StateCode> states(String key) {
        return texts(key).stream().map(one -> state(key, one)).toList();
    }

    private StateCode state(String key, String text) {
        if (text.matches("[A-Z]{2}")) {
            return new StateCode(text);
        }
        wrongValue(key, text + " is no state; write two capital letters of ISO 3166-1, as AZ");
        return new StateCode("ZZ");
    }

    String instrument() {
        String usual = file.instrument();
        return usual != null && !has("instrument") ? usual : instrument("instrument");
    }

    /** The identifier of an instrument that stands under that key. */
    String instrument(String key) {
        String text = text(key);
        if (!INSTRUMENT.matcher(text).matches()) {
            wrongValue(key, text + " is no identifier; write capital letters, digits and hyphens");
            return NOTHING;
        }
        return text;
    }

    Clause clause(String key) {
        return clause(key, text(key));
    }

    @Nullable Clause clauseOrNull(String key) {
        return has(key) ? clause(key) : null;
    }

    List<Clause> clauses(String key) {
        return texts(key).stream().map(one -> clause(key, one)).toList();
    }

    private Clause clause(String key, String text) {
        String usual = file.instrument();
        int colon = text.indexOf(':');
        if (colon < 0 && usual != null) {
            return new Clause(usual, text);
        }
        if (colon > 0 && INSTRUMENT.matcher(text.substring(0, colon).strip()).matches()) {
            return Clause.of(text);
        }
        wrongValue(
                key,
                text
                        + (colon < 0 ? " names no instrument" : " is no clause")
                        + "; write it as BUDAPEST-185:29(7)");
        return new Clause(NOTHING, "");
    }

    Wording wording(String key) {
        Wording read = wordingOrNull(key);
        if (read == null) {
            missing(key);
            return NO_WORDING;
        }
        return read;
    }

    @Nullable Wording wordingOrNull(String key) {
        Yaml value = value(key);
        if (value == null) {
            return null;
        }
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, Yaml> one : value.entries().entrySet()) {
            if (!LANGUAGES.contains(one.getKey())) {
                wrong(
                        one.getValue(),
                        key + ": no language " + one.getKey() + "; allowed: " + sorted(LANGUAGES));
            }
            texts.put(one.getKey(), one.getValue().text().strip());
        }
        for (String language : List.of("az", "en")) {
            if (texts.getOrDefault(language, "").isBlank()) {
                wrong(value, key + " needs a text in " + language);
                texts.put(language, "?");
            }
        }
        return new Wording(texts);
    }

    Citation citation() {
        List<String> sources = texts("sources");
        if (sources.isEmpty()) {
            wrong(node, "sources are missing: every fact names at least one source");
            sources = List.of("?");
        }
        sources.forEach(one -> file.cite(one, line()));
        LocalDate retrieved = has("retrieved") ? date("retrieved") : file.retrieved();
        return new Citation(
                sources, oneOf("standing", Standing.class), retrieved, text("note", ""));
    }

    Assessor assessor() {
        String usual = file.assessor();
        String name = usual == null || has("assessor") ? text("assessor") : usual;
        return new Assessor(name, date("assessed"));
    }

    /** The entries of a list of mappings; none where the key is absent. */
    List<PackEntry> entries(String key) {
        return items(key).stream().map(one -> new PackEntry(file, one)).toList();
    }

    @Nullable PackEntry entryOrNull(String key) {
        Yaml value = value(key);
        return value == null ? null : new PackEntry(file, value);
    }

    Set<String> keys() {
        asked.addAll(node.entries().keySet());
        return node.entries().keySet();
    }

    /** The plain values of a list, or the one plain value; none where the key is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Yaml one : items(key)) {
            if (!(one instanceof Yaml.Scalar) || one.text().isBlank()) {
                wrong(one, key + " is a list of plain values");
            } else {
                texts.add(one.text().strip());
            }
        }
        return texts;
    }

    private List<Yaml> items(String key) {
        Yaml value = value(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof Yaml.Sequence ? value.items() : List.of(value);
    }

    private @Nullable Yaml value(String key) {
        asked.add(key);
        return node.entries().get(key);
    }

    private @Nullable Yaml plain(String key) {
        Yaml value = value(key);
        if (value == null) {
            missing(key);
            return null;
        }
        if (!(value instanceof Yaml.Scalar)) {
            wrong(value, key + " is one plain value");
            return null;
        }
        return value;
    }

    private void missing(String key) {
        wrong(node, key + " is missing");
    }

    /** Tells of a value that stands there; one that is missing was told already. */
    void wrongValue(String key, String what) {
        Yaml value = node.entries().get(key);
        if (value != null) {
            wrong(value, key + ": " + what);
        }
    }

    void lacks(String key, String what) {
        wrong(node, key + ": " + what);
    }

    private void wrong(Yaml at, String what) {
        file.problems().add(file.name(), at.line(), what);
    }

    private static String sorted(Set<String> values) {
        return String.join(", ", new TreeSet<>(values));
    }
}
