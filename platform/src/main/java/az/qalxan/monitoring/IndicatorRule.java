package az.qalxan.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An indicator as the rule that it is where findings name a rule: of no set and no version. */
final class IndicatorRule {

    /** How often one indicator may find something on a day at one body. */
    static final int BUDGET = 100;

    static final UUID NONE = new UUID(0, 0);

    static final RuleVersion VERSION =
            new RuleVersion(
                    NONE,
                    new RuleVersion.Of(NONE, "", "", true, BUDGET),
                    0,
                    "active",
                    "",
                    Instant.EPOCH,
                    "",
                    new RuleVersion.Counts(0, 0, 0, 0, 0, 0),
                    0);

    private static final int SURE = 70;
    private static final int HALF_SURE = 30;

    private IndicatorRule() {}

    /** Its sender is the author, its marking the licence. */
    static RuleHead head(KnownIndicator one) {
        return new RuleHead(
                one.object(),
                one.name(),
                level(one.confidence()),
                one.sender(),
                one.handling().label(),
                List.of(),
                NONE,
                false);
    }

    /** By the sender's confidence; one of whom nothing is said counts as sure. */
    private static String level(int confidence) {
        if (confidence < 0 || confidence >= SURE) {
            return "high";
        }
        return confidence >= HALF_SURE ? "medium" : "low";
    }
}
