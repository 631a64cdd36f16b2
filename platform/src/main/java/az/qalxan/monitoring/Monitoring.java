package az.qalxan.monitoring;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may know of monitoring: as far as the caller may see it. */
@Component
public class Monitoring {

    private final FindingStore findings;
    private final EventSourceStore sources;
    private final RuleStore rules;
    private final Clock clock;

    Monitoring(FindingStore findings, EventSourceStore sources, RuleStore rules, Clock clock) {
        this.findings = findings;
        this.sources = sources;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<KeptFinding> finding(UUID id) {
        return findings(List.of(id)).stream().findFirst();
    }

    /** Those of them that the caller may see, in the order in which they were found. */
    @Transactional(readOnly = true)
    public List<KeptFinding> findings(Collection<UUID> ids) {
        return findings.of(ids).stream().map(FindingStore.Row::finding).toList();
    }

    /** The source, where the caller may see it. */
    @Transactional(readOnly = true)
    public Optional<Source> source(UUID id) {
        return sources.find(id);
    }

    @Transactional(readOnly = true)
    public List<Source> sources(Collection<UUID> ids) {
        return sources.of(ids);
    }

    /** The rules in force of all sets that the caller may see. */
    @Transactional(readOnly = true)
    public List<RuleHead> activeRules() {
        List<UUID> active =
                rules.judging().stream()
                        .filter(one -> one.is("active"))
                        .map(RuleVersion::id)
                        .toList();
        return rules.heads(active).values().stream()
                .flatMap(heads -> heads.values().stream())
                .toList();
    }

    /** How the sources are that the caller may see; the silent ones first. */
    @Transactional(readOnly = true)
    public List<SourceHealth> health() {
        return sources.health(clock.instant());
    }
}
