package az.qalxan.monitoring.criterion;

import java.util.Set;

/**
 * Findings that name one of these techniques or tactics are of that category.
 *
 * @param category class and type of the RSIT, for example {@code fraud/phishing}
 */
public record CategoryRule(String category, Set<String> any) {

    public CategoryRule {
        any = Set.copyOf(any);
    }
}
