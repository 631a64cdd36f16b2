package az.qalxan.monitoring.incident;

import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.monitoring.criterion.Criteria;
import az.qalxan.monitoring.criterion.CriteriaInForce.Holding;
import az.qalxan.monitoring.criterion.Grouping;
import az.qalxan.monitoring.criterion.Reached;
import az.qalxan.monitoring.criterion.Severity;
import az.qalxan.monitoring.criterion.Sighting;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Holds alerts that hang together against the criteria, and opens or raises incidents. */
@Component
class Judging {

    /** Draws of a number before giving up. */
    private static final int DRAWS_MAX = 50;

    private static final int TITLE_CHARS_MAX = 200;

    private final AlertStore alerts;
    private final IncidentStore incidents;
    private final WhyStore whys;
    private final IncidentSteps steps;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    Judging(
            AlertStore alerts,
            IncidentStore incidents,
            WhyStore whys,
            IncidentSteps steps,
            Jurisdiction jurisdiction,
            AuditLog audit,
            SecureRandom random,
            Clock clock) {
        this.alerts = alerts;
        this.incidents = incidents;
        this.whys = whys;
        this.steps = steps;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** Judges those alerts of one body with whatever hangs together with them. */
    void body(Collection<UUID> touched, Holding holding) {
        Set<UUID> all = new LinkedHashSet<>(touched);
        List<Tie> ties = alerts.neighbours(touched, holding.criteria().grouping().incident());
        List<List<UUID>> clusters =
                new ArrayList<>(Clusters.of(ties, holding.criteria().grouping().hub()));
        clusters.forEach(all::removeAll);
        all.forEach(alone -> clusters.add(List.of(alone)));
        clusters.forEach(cluster -> judge(new Cluster(cluster, "", ""), holding));
    }

    /** Judges alerts of several bodies that share an entity, for the body that coordinates. */
    void country(Collection<UUID> touched, Holding holding) {
        Criteria criteria = holding.criteria();
        Grouping grouping = criteria.grouping();
        AlertStore.Abroad asked =
                new AlertStore.Abroad(grouping.shared(), longest(criteria), grouping.hub());
        String coordinator = criteria.paging().coordinator();
        alerts.abroad(touched, asked).stream()
                .filter(trace -> grouping.travels(trace.kind(), trace.value()))
                .forEach(trace ->
                        judge(new Cluster(trace.alerts(), coordinator, trace.value()), holding));
    }

    private static java.time.Duration longest(Criteria criteria) {
        return criteria.criteria().stream()
                .filter(one -> one.spansBodies() && one.within() != null)
                .map(one -> java.util.Objects.requireNonNull(one.within()))
                .max(Comparator.naturalOrder())
                .orElse(criteria.grouping().incident());
    }

    /**
     * Alerts that hang together.
     *
     * @param coordinator the body that keeps what spans bodies; empty within one body
     * @param trace what they share across bodies; empty within one body
     */
    private record Cluster(Collection<UUID> alerts, String coordinator, String trace) {

        boolean ofCountry() {
            return !coordinator.isEmpty();
        }
    }

    /** A cluster with its incident, if there is one, and everything that is known of both. */
    private void judge(Cluster cluster, Holding holding) {
        boolean ofCountry = cluster.ofCountry();
        Optional<Incident> standing =
                incidents.openWith(cluster.alerts(), ofCountry).stream().findFirst();
        Set<UUID> all = new LinkedHashSet<>(cluster.alerts());
        standing.ifPresent(one -> all.addAll(incidents.alerts(one.id())));
        List<Sighting> sightings = alerts.sightings(all);
        List<Reached> reached =
                holding.criteria().reached(sightings).stream()
                        .filter(one -> one.criterion().spansBodies() == ofCountry)
                        .toList();
        if (reached.isEmpty() && standing.isEmpty()) {
            return;
        }
        List<Alert> made = alerts.of(all);
        String category = holding.criteria().category(sightings);
        Judged judged = new Judged(holding.number(), reached, category);
        if (standing.isPresent()) {
            grow(standing.get(), made, judged);
        } else {
            Incident opened = open(draft(made, reached, category, cluster));
            incidents.tie(opened.id(), ids(made), clock.instant());
            whys.add(opened.id(), judged.version(), reached, clock.instant());
        }
    }

    private static List<UUID> ids(List<Alert> made) {
        return made.stream().map(Alert::id).toList();
    }

    /** What criteria said. */
    private record Judged(int version, List<Reached> reached, String category) {}

    private void grow(Incident incident, List<Alert> made, Judged judged) {
        Instant now = clock.instant();
        Severity gravest =
                judged.reached().stream()
                        .map(one -> one.criterion().severity())
                        .max(Comparator.naturalOrder())
                        .orElse(incident.severity());
        boolean graver = gravest.compareTo(incident.severity()) > 0;
        boolean open =
                incidents.grow(
                        incident.id(),
                        new IncidentStore.Grown(
                                graver ? gravest : incident.severity(),
                                judged.category(),
                                narrowest(made),
                                first(made, Alert::firstAt),
                                last(made),
                                now));
        if (!open) {
            return;
        }
        int added = incidents.tie(incident.id(), ids(made), now);
        if (!judged.reached().isEmpty()) {
            whys.add(incident.id(), judged.version(), judged.reached(), now);
        }
        if (graver) {
            steps.add(incident.id(), new IncidentSteps.Step(now, "graver", "", gravest.code(), ""));
            audit.record(
                    IncidentAct.GRAVER,
                    subject(incident.number()),
                    Map.of("severity", gravest.code()));
        }
        if (added > 0) {
            steps.add(incident.id(), new IncidentSteps.Step(now, "grew", "", "" + added, ""));
        }
    }

    static AuditSubject subject(IncidentNumber number) {
        return AuditSubject.of("incident", number);
    }

    private Incident draft(
            List<Alert> made, List<Reached> reached, String category, Cluster cluster) {
        Alert gravest = made.stream().max(Comparator.comparingInt(Alert::level)).orElseThrow();
        boolean ofCountry = cluster.ofCountry();
        Severity severity =
                reached.stream()
                        .map(one -> one.criterion().severity())
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.LOW);
        return new Incident(
                UUID.randomUUID(),
                new IncidentNumber("HD-0000-000000"),
                ofCountry ? cluster.coordinator() : gravest.body(),
                narrowest(made),
                ofCountry ? "" : gravest.sector(),
                ofCountry,
                title(gravest, ofCountry ? cluster.trace() : gravest.entity().value()),
                severity,
                category,
                Incident.State.NEW,
                new Incident.Moments(
                        first(made, Alert::firstAt),
                        last(made),
                        first(made, Alert::seenAt),
                        clock.instant()),
                "",
                null,
                null,
                null,
                "");
    }

    private static Instant first(
            List<Alert> made, java.util.function.Function<Alert, Instant> moment) {
        return made.stream().map(moment).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<Alert> made) {
        return made.stream().map(Alert::lastAt).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Handling narrowest(List<Alert> made) {
        return made.stream()
                .map(Alert::handling)
                .max(Comparator.comparingInt(Handling::rank))
                .orElse(Handling.AMBER);
    }

    private static String title(Alert gravest, String of) {
        String whole = gravest.title() + " · " + of;
        return whole.length() <= TITLE_CHARS_MAX ? whole : whole.substring(0, TITLE_CHARS_MAX);
    }

    private Incident open(Incident draft) {
        Incident opened = numbered(draft);
        steps.add(
                opened.id(),
                new IncidentSteps.Step(
                        clock.instant(), "opened", "", opened.severity().code(), ""));
        audit.record(
                IncidentAct.OPENED,
                subject(opened.number()),
                Map.of("severity", opened.severity().code(), "category", opened.category()));
        return opened;
    }

    /** Stores an incident under a number that nobody has. */
    Incident numbered(Incident draft) {
        int year = draft.moments().openedAt().atZone(jurisdiction.zone()).getYear();
        for (int draw = 0; draw < DRAWS_MAX; draw++) {
            Incident incident = renumbered(draft, IncidentNumber.drawn(year, random));
            if (incidents.insert(incident)) {
                return incident;
            }
        }
        throw new IllegalStateException("no number of " + year + " is free for an incident");
    }

    private static Incident renumbered(Incident draft, IncidentNumber number) {
        return new Incident(
                draft.id(),
                number,
                draft.body(),
                draft.handling(),
                draft.sector(),
                draft.ofCountry(),
                draft.title(),
                draft.severity(),
                draft.category(),
                draft.state(),
                draft.moments(),
                draft.raisedBy(),
                draft.acknowledged(),
                draft.ending(),
                draft.mergedInto(),
                draft.caseNumber());
    }

    /** An incident that a person raises from an alert. */
    Incident raise(Alert alert, Severity severity, String by) {
        Holder holder = new Holder(alert, severity, by);
        Incident raised = numbered(holder.draft(clock.instant()));
        incidents.tie(raised.id(), List.of(alert.id()), clock.instant());
        return raised;
    }

    /** What a person makes of an alert. */
    private record Holder(Alert alert, Severity severity, String by) {

        Incident draft(Instant now) {
            return new Incident(
                    UUID.randomUUID(),
                    new IncidentNumber("HD-0000-000000"),
                    alert.body(),
                    alert.handling(),
                    alert.sector(),
                    false,
                    title(alert, alert.entity().value()),
                    severity,
                    Criteria.UNDETERMINED,
                    Incident.State.NEW,
                    new Incident.Moments(alert.firstAt(), alert.lastAt(), alert.seenAt(), now),
                    by,
                    null,
                    null,
                    null,
                    "");
        }
    }
}
