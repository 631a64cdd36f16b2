package az.qalxan.monitoring.incident;

import az.qalxan.monitoring.Entity;
import az.qalxan.monitoring.FindingListener;
import az.qalxan.monitoring.KeptFinding;
import az.qalxan.monitoring.criterion.Attack;
import az.qalxan.monitoring.criterion.CriteriaInForce;
import az.qalxan.monitoring.criterion.CriteriaInForce.Holding;
import az.qalxan.monitoring.criterion.Grouping;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Files findings under alerts and has them judged, in the transaction that stores them: a finding
 * stands exactly if its alert and its incident do.
 */
@Component
class Gathering implements FindingListener {

    /**
     * In this order an entity is what a finding is filed under. A digest is not among them: that of
     * a system's own program is the same on every machine.
     */
    private static final List<String> ORDER = List.of("host", "user", "ip", "domain");

    private static final AlertStore.Watched UNKNOWN = new AlertStore.Watched("", 1);

    private final CriteriaInForce inForce;
    private final Attack attack;
    private final AlertStore store;
    private final Judging judging;

    Gathering(CriteriaInForce inForce, Attack attack, AlertStore store, Judging judging) {
        this.inForce = inForce;
        this.attack = attack;
        this.store = store;
        this.judging = judging;
    }

    @Override
    public void found(List<KeptFinding> findings) {
        Optional<Holding> holding = inForce.now();
        if (holding.isEmpty() || findings.isEmpty()) {
            return;
        }
        Map<UUID, AlertStore.Watched> watched =
                store.watched(
                        findings.stream().map(KeptFinding::source).collect(Collectors.toSet()));
        Set<UUID> known =
                store.known(findings.stream().map(KeptFinding::id).collect(Collectors.toSet()));
        Grouping grouping = holding.get().criteria().grouping();
        Map<String, List<Found>> byBody =
                findings.stream()
                        .filter(one -> !one.trial() && !known.contains(one.id()))
                        .map(one ->
                                found(one, watched.getOrDefault(one.source(), UNKNOWN), grouping))
                        .collect(
                                Collectors.groupingBy(
                                        Found::body, TreeMap::new, Collectors.toList()));
        byBody.keySet().forEach(store::lock);
        byBody.forEach((body, found) -> gather(body, found, holding.get()));
    }

    private Found found(KeptFinding one, AlertStore.Watched watched, Grouping grouping) {
        List<Entity> ties =
                one.entities().stream()
                        .filter(entity -> ORDER.contains(entity.kind()))
                        .filter(entity -> grouping.ties(entity.kind(), entity.value()))
                        .distinct()
                        .sorted(Comparator.comparingInt(entity -> ORDER.indexOf(entity.kind())))
                        .toList();
        return new Found(
                one.id(),
                one.body(),
                one.handling(),
                watched.sector(),
                one.source(),
                one.at(),
                one.seen(),
                one.rule().id(),
                one.rule().title(),
                Level.of(one.rule().level()),
                watched.criticality(),
                Attack.techniquesIn(one.rule().tags()),
                attack.tacticsIn(one.rule().tags()),
                ties);
    }

    private void gather(String body, List<Found> found, Holding holding) {
        Grouping grouping = holding.criteria().grouping();
        Instant from = found.stream().map(Found::at).min(Comparator.naturalOrder()).orElseThrow();
        Instant until = found.stream().map(Found::at).max(Comparator.naturalOrder()).orElseThrow();
        Set<Entity> filedUnder = found.stream().map(Found::filed).collect(Collectors.toSet());
        Filing filing =
                new Filing(
                                store.standing(
                                        body,
                                        filedUnder,
                                        from.minus(grouping.alert()),
                                        until.plus(grouping.alert())),
                                grouping.alert(),
                                UUID::randomUUID)
                        .file(found);
        List<Alert> touched = filing.touched();
        List<AlertStore.Filed> filed =
                touched.stream()
                        .flatMap(alert ->
                                filing.under(alert.id()).stream()
                                        .map(one -> new AlertStore.Filed(alert.id(), one)))
                        .toList();
        store.save(touched);
        store.file(filed);
        store.tie(filed);
        List<UUID> ids = touched.stream().map(Alert::id).toList();
        judging.body(ids, holding);
        judging.country(ids, holding);
    }
}
