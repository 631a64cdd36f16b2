package az.qalxan.monitoring;

import java.util.List;
import java.util.UUID;

/**
 * Who a rule is that found something. Its author and licence are shown wherever its finding is (DRL
 * 1.1).
 *
 * @param id the rule's own identifier
 * @param level {@code informational}, {@code low}, {@code medium}, {@code high}, {@code critical}
 *     or {@code unstated}
 * @param author empty where the rule names nobody
 * @param license empty where the rule names none
 * @param tags such as {@code attack.t1059.001}, in small letters
 * @param version the version of the rule set that it was read from
 * @param correlation whether it counts what other rules find
 */
public record RuleHead(
        String id,
        String title,
        String level,
        String author,
        String license,
        List<String> tags,
        UUID version,
        boolean correlation) {

    public RuleHead {
        tags = List.copyOf(tags);
    }
}
