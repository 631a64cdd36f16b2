package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import az.qalxan.engines.detection.ValueTest.Comparison;
import az.qalxan.engines.detection.ValueTest.Place;
import az.qalxan.engines.detection.ValueTest.TimeUnit;
import az.qalxan.engines.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One key of a selection with its modifiers and values, on its way to tests. */
final class FieldItem {

    private static final Set<Modifier> FLAGS =
            EnumSet.of(Modifier.IGNORECASE, Modifier.MULTILINE, Modifier.DOTALL);

    private final Yaml at;
    private final Flaws flaws;
    private final Placeholders placeholders;
    private final List<Modifier> modifiers;
    private final boolean keyword;
    private List<RuleValue> values;
    private boolean startAnywhere;
    private boolean endAnywhere;
    private @Nullable Comparison comparison;
    private @Nullable TimeUnit unit;

    /**
     * @param at where to place flaws
     * @param keyword whether no field is named
     */
    FieldItem(
            Yaml at,
            List<Modifier> modifiers,
            List<RuleValue> values,
            RuleReading reading,
            boolean keyword) {
        this.at = at;
        this.modifiers = modifiers;
        this.values = values;
        this.flaws = reading.flaws();
        this.placeholders = reading.placeholders();
        this.keyword = keyword;
    }

    boolean all() {
        return modifiers.contains(Modifier.ALL);
    }

    /** A test for each value, {@code neq} and {@code all} left to the caller; none after a flaw. */
    List<ValueTest> tests() {
        try {
            for (int i = 0; i < modifiers.size(); i++) {
                apply(modifiers.get(i), i == 0 ? null : modifiers.get(i - 1));
            }
            List<ValueTest> tests = new ArrayList<>();
            for (RuleValue value : values) {
                tests.add(test(value));
            }
            return tests;
        } catch (Wrong e) {
            flaws.add(at, e.code, e.arguments);
        } catch (BadRegex e) {
            flaws.add(at, e.code(), e.arguments());
        }
        return List.of();
    }

    private void apply(Modifier modifier, @Nullable Modifier before) throws Wrong {
        switch (modifier) {
            case CONTAINS -> {
                startAnywhere = true;
                endAnywhere = true;
            }
            case STARTSWITH -> endAnywhere = true;
            case ENDSWITH -> startAnywhere = true;
            case WINDASH -> each(modifier, this::dashes);
            case BASE64 ->
                    each(
                            modifier,
                            value -> List.of(plain(ValueVariants.base64(bytes(value, modifier)))));
            case BASE64OFFSET -> each(modifier, value -> offsets(value, modifier));
            case UTF16LE, UTF16BE, UTF16 ->
                    each(modifier, value -> List.of(encode(value, modifier)));
            case EXPAND -> each(modifier, this::expand);
            case GT -> compare(modifier, Comparison.GREATER);
            case GTE -> compare(modifier, Comparison.GREATER_OR_EQUAL);
            case LT -> compare(modifier, Comparison.LESS);
            case LTE -> compare(modifier, Comparison.LESS_OR_EQUAL);
            case MINUTE, HOUR, DAY, WEEK, MONTH, YEAR -> unit = TimeUnit.valueOf(modifier.name());
            case IGNORECASE, MULTILINE, DOTALL -> {
                if (before == null || (before != Modifier.RE && !FLAGS.contains(before))) {
                    throw new Wrong(
                            Code.MODIFIER_ORDER,
                            modifier.word(),
                            before == null ? "nothing" : before.word());
                }
            }
            case ALL, CASED, RE, CIDR, FIELDREF, EXISTS, NEQ -> {}
        }
    }

    private interface Change {
        List<RuleValue> of(RuleValue value) throws Wrong;
    }

    private void each(Modifier modifier, Change change) throws Wrong {
        if (modifiers.contains(Modifier.RE) && modifier != Modifier.EXPAND) {
            throw new Wrong(Code.MODIFIER_ORDER, modifier.word(), Modifier.RE.word());
        }
        List<RuleValue> changed = new ArrayList<>();
        for (RuleValue value : values) {
            changed.addAll(change.of(value));
        }
        values = changed;
    }

    private static RuleValue plain(String text) {
        return new RuleValue.Words(SigmaText.plain(text));
    }

    private List<RuleValue> dashes(RuleValue value) throws Wrong {
        List<RuleValue> dashed = new ArrayList<>();
        for (SigmaText one : ValueVariants.windash(words(value, Modifier.WINDASH))) {
            dashed.add(new RuleValue.Words(one));
        }
        if (dashed.isEmpty()) {
            throw new Wrong(Code.TOO_MANY_VARIANTS, ValueVariants.VARIANTS_MAX);
        }
        return dashed;
    }

    private List<RuleValue> offsets(RuleValue value, Modifier modifier) throws Wrong {
        List<RuleValue> variants = new ArrayList<>();
        for (String one : ValueVariants.base64Offsets(bytes(value, modifier))) {
            variants.add(plain(one));
        }
        return variants;
    }

    private RuleValue encode(RuleValue value, Modifier encoding) throws Wrong {
        SigmaText text = words(value, encoding);
        if (!text.isPlain()) {
            throw wrong(encoding, value, "a text without wildcards");
        }
        return new RuleValue.Encoded(ValueVariants.encoded(text.text(), encoding));
    }

    private byte[] bytes(RuleValue value, Modifier modifier) throws Wrong {
        if (value instanceof RuleValue.Encoded encoded) {
            return encoded.bytes();
        }
        SigmaText text = words(value, modifier);
        if (!text.isPlain()) {
            throw wrong(modifier, value, "a text without wildcards");
        }
        return ValueVariants.encoded(text.text(), modifier);
    }

    /** The values of the placeholder; {@code \%} is a percent sign. */
    private List<RuleValue> expand(RuleValue value) throws Wrong {
        String written = words(value, Modifier.EXPAND).written();
        List<String> filled = new PlaceholderFilling(placeholders).of(written);
        if (filled.isEmpty()) {
            throw new Wrong(Code.PLACEHOLDER, written);
        }
        List<RuleValue> expanded = new ArrayList<>();
        for (String one : filled) {
            expanded.add(new RuleValue.Words(SigmaText.parse(one)));
        }
        return expanded;
    }

    private void compare(Modifier modifier, Comparison how) throws Wrong {
        if (comparison != null) {
            throw new Wrong(Code.MODIFIER_ORDER, modifier.word(), "another comparison");
        }
        comparison = how;
    }

    private SigmaText words(RuleValue value, Modifier modifier) throws Wrong {
        return switch (value) {
            case RuleValue.Words words -> words.text();
            case RuleValue.Amount amount -> SigmaText.plain(amount.written());
            case RuleValue.Encoded encoded ->
                    SigmaText.plain(ValueVariants.asText(encoded.bytes()));
            case RuleValue.Truth _, RuleValue.Nothing _ -> throw wrong(modifier, value, "a text");
        };
    }

    private static Wrong wrong(Modifier modifier, RuleValue value, String wanted) {
        String shown =
                switch (value) {
                    case RuleValue.Words words -> words.text().written();
                    case RuleValue.Encoded _ -> "encoded text";
                    case RuleValue.Amount amount -> amount.written();
                    case RuleValue.Truth truth -> String.valueOf(truth.value());
                    case RuleValue.Nothing _ -> "null";
                };
        return new Wrong(Code.MODIFIER_VALUE, modifier.word(), shown, wanted);
    }

    private boolean cased() {
        return modifiers.contains(Modifier.CASED);
    }

    private ValueTest test(RuleValue value) throws Wrong, BadRegex {
        if (unit != null) {
            return new ValueTest.TimePart(
                    unit,
                    comparison == null ? Comparison.EQUAL : comparison,
                    number(value, Modifier.valueOf(unit.name())));
        }
        if (comparison != null) {
            return new ValueTest.Compared(comparison, number(value, Modifier.GT));
        }
        if (modifiers.contains(Modifier.EXISTS)) {
            if (!(value instanceof RuleValue.Truth truth)) {
                throw wrong(Modifier.EXISTS, value, "true or false");
            }
            return new ValueTest.Exists(truth.value());
        }
        if (modifiers.contains(Modifier.FIELDREF)) {
            return otherField(value);
        }
        if (modifiers.contains(Modifier.CIDR)) {
            String text = words(value, Modifier.CIDR).written();
            return new ValueTest.InNetwork(
                    Network.parse(text).orElseThrow(() -> new Wrong(Code.BAD_CIDR, text)));
        }
        if (modifiers.contains(Modifier.RE)) {
            return new ValueTest.Regular(LinearRegex.of(regex(value), flags()));
        }
        return plainTest(value);
    }

    private ValueTest otherField(RuleValue value) throws Wrong {
        SigmaText text = words(value, Modifier.FIELDREF);
        if (!text.isPlain()) {
            throw wrong(Modifier.FIELDREF, value, "the name of a field");
        }
        Place place =
                startAnywhere
                        ? (endAnywhere ? Place.ANYWHERE : Place.END)
                        : (endAnywhere ? Place.START : Place.WHOLE);
        return new ValueTest.OtherField(text.text(), place, cased());
    }

    /** An expression is taken as it was written: its backslashes are its own. */
    private String regex(RuleValue value) throws Wrong {
        return words(value, Modifier.RE).text();
    }

    private RegexFlags flags() {
        return new RegexFlags(
                modifiers.contains(Modifier.IGNORECASE),
                modifiers.contains(Modifier.MULTILINE),
                modifiers.contains(Modifier.DOTALL));
    }

    private static BigDecimal number(RuleValue value, Modifier modifier) throws Wrong {
        if (value instanceof RuleValue.Amount amount) {
            return amount.number();
        }
        if (value instanceof RuleValue.Words words && words.text().isPlain()) {
            BigDecimal number = Numbers.parse(words.text().text());
            if (number != null) {
                return number;
            }
        }
        throw wrong(modifier, value, "a number");
    }

    private ValueTest plainTest(RuleValue value) throws Wrong {
        boolean changed = startAnywhere || endAnywhere || keyword;
        return switch (value) {
            case RuleValue.Amount amount when !changed ->
                    new ValueTest.Equal(amount.number(), amount.written());
            case RuleValue.Truth truth when !changed -> new ValueTest.Truth(truth.value());
            case RuleValue.Nothing _ when !changed -> new ValueTest.Nothing();
            default -> {
                SigmaText text = words(value, keyword ? Modifier.CONTAINS : last());
                if (startAnywhere || keyword) {
                    text = text.startingAnywhere();
                }
                if (endAnywhere || keyword) {
                    text = text.endingAnywhere();
                }
                yield new ValueTest.Textual(new TextPattern(text, cased()), text, cased());
            }
        };
    }

    private Modifier last() {
        return modifiers.isEmpty() ? Modifier.CONTAINS : modifiers.getLast();
    }

    /** Ends the reading of an item. */
    private static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        final Code code;
        final transient Object[] arguments;

        Wrong(Code code, Object... arguments) {
            super(code.name());
            this.code = code;
            this.arguments = arguments;
        }
    }
}
