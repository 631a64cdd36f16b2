package az.qalxan.engines.detection;

import java.math.BigDecimal;

/** A value that a rule gives for a field, while modifiers change it. */
sealed interface RuleValue {

    record Words(SigmaText text) implements RuleValue {}

    record Encoded(byte[] bytes) implements RuleValue {}

    record Amount(BigDecimal number, String written) implements RuleValue {}

    record Truth(boolean value) implements RuleValue {}

    record Nothing() implements RuleValue {}
}
