package az.qalxan.monitoring;

import java.util.List;

/**
 * A rule of a version.
 *
 * @param status how far it is proven
 * @param path the file that it stands in
 * @param line where it begins there
 * @param logSource of which events it speaks
 */
record KeptRule(
        RuleHead head,
        String status,
        List<String> references,
        List<String> falsePositives,
        String path,
        int line,
        String logSource) {

    KeptRule {
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
    }
}
