package az.qalxan.strategy.progress;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.progress.MeasureStanding.Flag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page of what waits, out of one reading of the record. */
@Component
class QueuePages {

    private final ReminderStore reminders;
    private final Snapshots snapshots;
    private final Plans plans;
    private final ReportingPack pack;
    private final BodyNames names;
    private final Clock clock;

    QueuePages(
            ReminderStore reminders,
            Snapshots snapshots,
            Plans plans,
            ReportingPack pack,
            BodyNames names,
            Clock clock) {
        this.reminders = reminders;
        this.snapshots = snapshots;
        this.plans = plans;
        this.pack = pack;
        this.names = names;
        this.clock = clock;
    }

    /** Everything that the page is made of. */
    private record Read(Plan plan, Snapshots.Snapshot snapshot) {

        Map<MeasureCode, MeasureStanding> standings() {
            return snapshot.standings();
        }
    }

    @Transactional(readOnly = true)
    public QueuePage of(BodyCode body) {
        Instant now = clock.instant();
        Optional<Read> read = read(now);
        LocalDate today = LocalDate.ofInstant(now, pack.zone());
        return new QueuePage(
                body.value(),
                names,
                read.map(one -> mine(one, body)).orElse(List.of()),
                read.map(one -> confirmable(one, body.value())).orElse(List.of()),
                read.map(QueuePages::byLead).orElse(List.of()),
                new QueuePage.Calendar(
                        pack.next(today),
                        pack.source(),
                        pack.verified(),
                        reminders.of(body.value())));
    }

    private Optional<Read> read(Instant now) {
        return plans.current().map(plan -> new Read(plan, snapshots.at(now)));
    }

    private static List<QueuePage.Mine> mine(Read read, BodyCode body) {
        Map<MeasureCode, List<Claim>> claims =
                read.snapshot().claims().stream().collect(Collectors.groupingBy(Claim::measure));
        Map<MeasureCode, Set<Stage>> criteria = criteria(read.snapshot().entries());
        List<QueuePage.Mine> mine = new ArrayList<>();
        for (PlanMeasure measure : read.plan().of(body)) {
            MeasureCode code = measure.code();
            @Nullable MeasureStanding standing = read.standings().get(code);
            if (standing != null) {
                @Nullable Stage dispute =
                        unanswered(claims.getOrDefault(code, List.of()), body.value());
                Set<Stage> asked = criteria.getOrDefault(code, Set.of());
                boolean uncertain = measure.isLead(body) && asked.size() < Stage.values().length;
                Set<QueuePage.Reason> reasons = reasons(standing, dispute, uncertain);
                if (!reasons.isEmpty()) {
                    mine.add(
                            new QueuePage.Mine(
                                    code,
                                    measure.shortTitle(),
                                    measure.isLead(body),
                                    reasons,
                                    dispute,
                                    standing.saidAt()));
                }
            }
        }
        mine.sort(
                Comparator.comparing((QueuePage.Mine one) -> one.reasons().iterator().next())
                        .thenComparing(one -> !one.leads())
                        .thenComparing(QueuePage.Mine::code));
        return mine;
    }

    private static Map<MeasureCode, Set<Stage>> criteria(List<Entry> entries) {
        Map<MeasureCode, Set<Stage>> criteria = new TreeMap<>();
        for (Entry entry : entries) {
            Stage stage = entry.place().stage();
            if (entry.kind() == ProgressKind.CRITERION && stage != null) {
                criteria.computeIfAbsent(
                                entry.place().measure(), code -> EnumSet.noneOf(Stage.class))
                        .add(stage);
            }
        }
        return criteria;
    }

    private static @Nullable Stage unanswered(List<Claim> claims, String body) {
        return claims.stream()
                .filter(one -> one.stands() && one.body().equals(body))
                .filter(one -> !one.unanswered().isEmpty())
                .map(Claim::stage)
                .findFirst()
                .orElse(null);
    }

    private static Set<QueuePage.Reason> reasons(
            MeasureStanding standing, @Nullable Stage dispute, boolean uncertain) {
        Set<QueuePage.Reason> reasons = EnumSet.noneOf(QueuePage.Reason.class);
        if (dispute != null) {
            reasons.add(QueuePage.Reason.DISPUTE);
        }
        if (standing.is(Flag.LATE)) {
            reasons.add(QueuePage.Reason.LATE);
        }
        if (standing.is(Flag.SILENT)) {
            reasons.add(QueuePage.Reason.SILENT);
        }
        if (uncertain) {
            reasons.add(QueuePage.Reason.CRITERION);
        }
        if (standing.is(Flag.WITHOUT_EVIDENCE)) {
            reasons.add(QueuePage.Reason.WITHOUT_EVIDENCE);
        }
        return reasons;
    }

    private List<QueuePage.Judge> confirmable(Read read, String body) {
        List<QueuePage.Judge> found = new ArrayList<>();
        for (Claim claim : read.snapshot().claims()) {
            boolean open =
                    claim.stands()
                            && claim.state() != Claim.State.REACHED
                            && !claim.body().equals(body)
                            && !claim.verdicts().containsKey(body);
            if (open) {
                plans.lastKnown(claim.measure())
                        .ifPresent(measure ->
                                found.add(
                                        new QueuePage.Judge(
                                                claim,
                                                measure.shortTitle(),
                                                StageFiles.parties(measure).has(body))));
            }
        }
        found.sort(
                Comparator.comparing((QueuePage.Judge one) -> !one.concerned())
                        .thenComparing(one -> one.claim().proposal().at()));
        return found;
    }

    private static List<QueuePage.OfLead> byLead(Read read) {
        Map<String, List<MeasureStanding>> byLead = new TreeMap<>();
        for (PlanMeasure measure : read.plan().measures()) {
            BodyCode lead = measure.lead().body();
            @Nullable MeasureStanding standing = read.standings().get(measure.code());
            if (lead != null && standing != null) {
                byLead.computeIfAbsent(lead.value(), key -> new ArrayList<>()).add(standing);
            }
        }
        return byLead.entrySet().stream()
                .map(one -> ofLead(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparingInt(QueuePage.OfLead::measures)
                                .reversed()
                                .thenComparing(QueuePage.OfLead::body))
                .toList();
    }

    private static QueuePage.OfLead ofLead(String body, List<MeasureStanding> standings) {
        Map<Flag, Long> flags = new EnumMap<>(Flag.class);
        Arrays.stream(Flag.values())
                .forEach(flag ->
                        flags.put(flag, standings.stream().filter(one -> one.is(flag)).count()));
        int reached =
                (int) standings.stream().filter(one -> one.stage(Stage.FINAL).reached()).count();
        return new QueuePage.OfLead(body, standings.size(), reached, flags);
    }

    /** The measures with that flag, of that lead if one is named that leads any. */
    @Transactional(readOnly = true)
    public FlaggedPage flagged(Flag flag, String asked) {
        Map<MeasureCode, MeasureStanding> standings = snapshots.at(clock.instant()).standings();
        List<PlanMeasure> measures = plans.current().map(Plan::measures).orElse(List.of());
        String lead = measures.stream().anyMatch(one -> leads(one, asked)) ? asked : "";
        List<FlaggedPage.Row> rows =
                measures.stream()
                        .filter(one -> lead.isEmpty() || leads(one, lead))
                        .flatMap(one ->
                                Optional.ofNullable(standings.get(one.code()))
                                        .filter(standing -> standing.is(flag))
                                        .map(standing -> new FlaggedPage.Row(one, standing))
                                        .stream())
                        .toList();
        return new FlaggedPage(flag, lead, rows, names);
    }

    private static boolean leads(PlanMeasure measure, String body) {
        BodyCode lead = measure.lead().body();
        return lead != null && lead.value().equals(body);
    }
}
