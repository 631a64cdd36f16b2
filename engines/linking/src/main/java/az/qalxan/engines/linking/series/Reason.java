package az.qalxan.engines.linking.series;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One piece of evidence for or against a link, as an investigator can put it into a file.
 *
 * @param code what kind of evidence
 * @param points what it weighs; {@link LinkExplanation#LINK_POINTS} are a link. Zero for a hub,
 *     negative for what speaks against
 * @param values arguments of the sentence, in order, see {@link Code}
 * @param first where it stands in the first report's story; empty when nowhere
 * @param second where it stands in the second report's story; empty when nowhere
 */
public record Reason(
        Code code, int points, List<String> values, List<Span> first, List<Span> second) {

    /** Copies the lists. */
    public Reason {
        Objects.requireNonNull(code, "code");
        values = List.copyOf(values);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** A place in a story: UTF-16 offsets, end exclusive. */
    public record Span(int start, int end) {}

    /** The kinds of evidence, with the values of each. */
    public enum Code {
        /** Kind of identifier, its value. */
        SAME_IDENTIFIER("Both reports state the %s %s."),
        /** Kind of identifier, its value: shared, but a hub. */
        HUB("Both reports state the %s %s, which is in many unrelated reports and weighs nothing."),
        /** Kind, value: a domain behind a link or an address in one or both. */
        SAME_INFRASTRUCTURE("Both reports lead to the same %s %s."),
        /** The pattern; a number sign stands for digits. */
        LOOKALIKE("Names in both reports follow the same pattern %s."),
        /** The name. */
        SAME_ALIAS("In both reports the offender is called %s."),
        /** Percentage of likeness. */
        ALIKE_STORY("The stories are alike to %s percent."),
        /** Days between the incidents. */
        NEAR_IN_TIME("The incidents lie %s days apart."),
        /** Days between the incidents. */
        FAR_IN_TIME("The incidents lie %s days apart, which speaks against a link."),
        /** The category. */
        SAME_CATEGORY("Both are reports of %s."),
        /** Category of the first, category of the second. */
        OTHER_CATEGORY("One is a report of %s, the other of %s, which speaks against a link."),
        /** The region. */
        SAME_REGION("Both victims live in %s."),
        /** The sum. */
        SAME_SUM("In both reports %s was lost."),
        /** None. */
        CONFIRMED("A person confirmed that they belong together."),
        /** None. */
        REJECTED("A person decided that they do not belong together.");

        private final String sentence;
        private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

        Code(String sentence) {
            this.sentence = sentence;
        }

        /** Lower-case name for messages, for example {@code same-identifier}. */
        public String code() {
            return code;
        }
    }

    /** The evidence in a plain English sentence. */
    public String sentence() {
        return String.format(Locale.ROOT, code.sentence, values.toArray());
    }
}
