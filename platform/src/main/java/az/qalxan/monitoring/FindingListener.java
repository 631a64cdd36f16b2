package az.qalxan.monitoring;

import java.util.List;

/**
 * Hears of findings in the transaction that stores them, as the system's job: what it writes stands
 * exactly if the findings do. Never hears of what is only tried, suppressed, or beyond its rule's
 * noise budget.
 */
public interface FindingListener {

    void found(List<KeptFinding> findings);
}
