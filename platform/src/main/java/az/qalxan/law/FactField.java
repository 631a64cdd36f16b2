package az.qalxan.law;

import az.qalxan.engines.law.ClockKind;
import az.qalxan.engines.law.ClockStart;
import az.qalxan.engines.law.ClockUnit;
import az.qalxan.engines.law.Fit;
import az.qalxan.engines.law.Function;
import az.qalxan.engines.law.InstrumentKind;
import az.qalxan.engines.law.InstrumentUse;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StatementEffect;
import az.qalxan.engines.law.StatementKind;
import az.qalxan.engines.law.TreatyStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A field of a kind of fact, as forms and lists show it.
 *
 * @param path where it stands in the fact's JSON, for example {@code title.texts.az}
 * @param choices the constants of a choice; empty otherwise
 * @param names whether it names the fact, so that it is filled in once
 */
record FactField(String path, Form form, boolean required, List<String> choices, boolean names) {

    FactField {
        choices = List.copyOf(choices);
    }

    /** How a field is filled in. */
    enum Form {
        LINE,
        TEXT,
        DAY,
        NUMBER,
        CHOICE,
        CLAUSE,
        /** Texts with commas between. */
        LIST
    }

    /** A field and what stands in it. */
    record Value(FactField field, String text) {}

    /** The message key of its label. */
    String label() {
        return "legal.field."
                + path.replace(".texts.", ".").replace('.', '-').toLowerCase(Locale.ROOT);
    }

    /** The message key of a choice. */
    String choice(String constant) {
        String last = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return "legal.choice." + last + "." + constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String name() {
        return "f." + path;
    }

    private static FactField line(String path) {
        return new FactField(path, Form.LINE, true, List.of(), false);
    }

    private static FactField choice(String path, Enum<?>[] constants) {
        return new FactField(
                path, Form.CHOICE, true, Arrays.stream(constants).map(Enum::name).toList(), false);
    }

    private static FactField clause(String path) {
        return new FactField(path, Form.CLAUSE, true, List.of(), false);
    }

    private static FactField day(String path) {
        return new FactField(path, Form.DAY, true, List.of(), false);
    }

    private FactField named() {
        return new FactField(path, form, required, choices, true);
    }

    private FactField optional() {
        return new FactField(path, form, false, choices, names);
    }

    private static Stream<FactField> wording(String path, Form form) {
        return Stream.of("az", "en")
                .map(one -> new FactField(path + ".texts." + one, form, true, List.of(), false));
    }

    private static Stream<FactField> optionalWording(String path) {
        return wording(path, Form.TEXT).map(FactField::optional);
    }

    /** The fields of a kind, without where the fact comes from; empty where no form can edit it. */
    static List<FactField> of(FactKind kind) {
        return fields(kind).toList();
    }

    private static Stream<FactField> fields(FactKind kind) {
        return switch (kind) {
            case INSTRUMENT -> instrument();
            case PROVISION ->
                    Stream.concat(
                            Stream.of(clause("clause").named(), clause("parent").optional()),
                            wording("title", Form.LINE));
            case TREATY_EVENT ->
                    Stream.of(
                            line("instrument").named(),
                            line("state").named(),
                            choice("step", TreatyStep.values()),
                            day("date"));
            case STATEMENT -> statement();
            case POWER -> power();
            case CLOCK_RULE -> clock();
            case MAPPING -> mapping();
            case ASSESSMENT -> assessment();
            case COUNTERPART -> Stream.of(clause("article").named(), clause("other").named());
            case SOURCE -> Stream.of(line("id").named(), line("title"), line("address").optional());
            case STANDARD -> standard();
            case EDITION ->
                    Stream.of(
                            line("origin").named(),
                            line("edition").named(),
                            line("supersedes").optional(),
                            day("published").optional());
            case OBSERVATION,
                    BASIS_RULE,
                    CONTENT,
                    REFUSAL_GROUND,
                    USE_LIMIT,
                    REMARK,
                    CALENDAR,
                    YEAR_DECISION ->
                    Stream.of();
        };
    }

    private static Stream<FactField> instrument() {
        return join(
                Stream.of(line("id").named()),
                wording("name", Form.LINE),
                Stream.of(
                        choice("kind", InstrumentKind.values()),
                        line("state").optional(),
                        line("number").optional(),
                        day("opened").optional(),
                        day("inForce").optional(),
                        day("until").optional(),
                        choice("use", InstrumentUse.values())));
    }

    private static Stream<FactField> statement() {
        return join(
                Stream.of(
                        line("id").named(),
                        choice("kind", StatementKind.values()),
                        line("state").named(),
                        clause("clause"),
                        choice("effect", StatementEffect.values())),
                wording("text", Form.TEXT));
    }

    private static Stream<FactField> power() {
        return join(
                Stream.of(
                        line("id").named(),
                        line("state").named(),
                        choice("function", Function.values()),
                        line("body")),
                wording("name", Form.LINE),
                Stream.of(clause("clause")),
                optionalWording("warning"));
    }

    private static Stream<FactField> clock() {
        return join(
                Stream.of(
                        line("id").named(),
                        choice("kind", ClockKind.values()),
                        clause("clause"),
                        new FactField("amount", Form.NUMBER, true, List.of(), false),
                        choice("unit", ClockUnit.values()),
                        choice("start", ClockStart.values())),
                wording("name", Form.LINE));
    }

    private static Stream<FactField> mapping() {
        return join(
                Stream.of(
                        line("id").named(),
                        line("state").named(),
                        clause("treaty").named(),
                        clause("national").optional()),
                wording("title", Form.LINE),
                Stream.of(choice("fit", Fit.values())),
                optionalWording("note"),
                Stream.of(line("by.name"), day("by.at"), day("reviewDue").optional()));
    }

    private static Stream<FactField> assessment() {
        return join(
                Stream.of(
                        line("id").named(),
                        line("state").named(),
                        clause("treaty").named(),
                        choice("fit", Fit.values())),
                wording("text", Form.TEXT),
                Stream.of(line("by.name"), day("by.at")));
    }

    private static Stream<FactField> standard() {
        return Stream.of(
                line("designation"),
                line("title"),
                line("origin"),
                line("edition"),
                choice("adoption", StandardSlot.Adoption.values()),
                day("registered").optional(),
                day("withdrawn").optional(),
                line("replacedBy").optional(),
                line("committee").optional(),
                line("language").optional());
    }

    /** Where a fact comes from and how far it can be relied on; every fact but a source has it. */
    static List<FactField> citation(FactKind kind) {
        return kind == FactKind.SOURCE
                ? List.of()
                : List.of(
                        choice("citation.standing", Standing.values()),
                        new FactField("citation.sources", Form.LIST, true, List.of(), false),
                        day("citation.retrieved").optional(),
                        new FactField("citation.note", Form.TEXT, false, List.of(), false));
    }

    /** Every field of a kind. */
    static List<FactField> all(FactKind kind) {
        return Stream.concat(of(kind).stream(), citation(kind).stream()).toList();
    }

    /** What stands in the fields of a fact. */
    static List<Value> values(FactKind kind, JsonNode fact) {
        List<Value> values = new ArrayList<>();
        for (FactField field : all(kind)) {
            values.add(new Value(field, FactForm.text(field, fact)));
        }
        return values;
    }

    @SafeVarargs
    private static Stream<FactField> join(Stream<FactField>... parts) {
        return Stream.of(parts).flatMap(part -> part);
    }
}
