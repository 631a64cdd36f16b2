package az.qalxan.engines.detection;

import java.util.List;

/**
 * Who a rule is. The licence of most published rules (DRL 1.1) demands that what is found by a rule
 * names its author.
 *
 * @param id its identifier, usually a UUID; empty where it has none
 * @param name its short name for correlations; empty where it has none
 * @param title what it finds
 * @param status how far it is proven
 * @param level how grave what it finds is
 * @param author who wrote it; empty where nobody is named
 * @param license under which it may be used; empty where none is named
 * @param tags such as {@code attack.t1059.001}
 * @param references where it comes from
 * @param falsePositives what else may set it off
 * @param place where it stands
 */
public record RuleHeader(
        String id,
        String name,
        String title,
        Status status,
        Level level,
        String author,
        String license,
        List<String> tags,
        List<String> references,
        List<String> falsePositives,
        RulePlace place) {

    public RuleHeader {
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
    }

    public enum Status {
        STABLE,
        TEST,
        EXPERIMENTAL,
        DEPRECATED,
        UNSUPPORTED,
        /** The rule does not say. */
        UNSTATED
    }

    public enum Level {
        INFORMATIONAL,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL,
        /** The rule does not say. */
        UNSTATED
    }

    /** The id, or else the title: what people call the rule. */
    public String called() {
        return id.isEmpty() ? title : id;
    }
}
