package az.qalxan.strategy.ranking;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.figure.FigurePeriod;
import az.qalxan.figure.FigureReading;
import az.qalxan.figure.Registers;
import az.qalxan.figure.Step;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.law.Law;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.Progress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether what pieces of evidence rest on still is so. */
@Component
final class Grounds {

    private final Law law;
    private final Progress progress;
    private final Registers registers;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    Grounds(
            Law law,
            Progress progress,
            Registers registers,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.law = law;
        this.progress = progress;
        this.registers = registers;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }

    /** A stage as a piece of evidence names it: {@code 8.2.1.3/final}. */
    record StageRef(MeasureCode measure, Stage stage) {

        static Optional<StageRef> parse(String text) {
            String[] parts = text.strip().split("/", -1);
            if (parts.length != 2) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new StageRef(
                                new MeasureCode(parts[0]),
                                Stage.valueOf(parts[1].toUpperCase(Locale.ROOT))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** What those pieces of evidence rest on, as it is now; each source is asked once. */
    Seen look(List<Evidence> evidence) {
        LocalDate today = today();
        Map<String, Holding> live = new HashMap<>();
        List<Evidence.Content> contents = evidence.stream().map(Evidence::content).toList();
        clauses(of(contents, EvidenceKind.CLAUSE), today, live);
        stages(of(contents, EvidenceKind.STAGE), live);
        figures(of(contents, EvidenceKind.FIGURE), today, live);
        return new Seen(today, live);
    }

    private static List<String> of(List<Evidence.Content> contents, EvidenceKind kind) {
        return contents.stream()
                .filter(one -> one.kind() == kind)
                .map(Evidence.Content::reference)
                .distinct()
                .toList();
    }

    private void clauses(List<String> references, LocalDate today, Map<String, Holding> live) {
        if (references.isEmpty()) {
            return;
        }
        LawBook book = law.book();
        for (String reference : references) {
            Clause clause = Clause.of(reference);
            boolean holds =
                    clause.article().isEmpty()
                            ? book.instrument(clause.instrument()).isPresent()
                            : book.provision(clause, today).isPresent();
            live.put(
                    key(EvidenceKind.CLAUSE, reference),
                    holds ? new Holding.Counts(null) : new Holding.Gone("clause"));
        }
    }

    private void stages(List<String> references, Map<String, Holding> live) {
        if (references.isEmpty()) {
            return;
        }
        Map<MeasureCode, MeasureStanding> standings = progress.standings(clock.instant());
        for (String reference : references) {
            live.put(
                    key(EvidenceKind.STAGE, reference),
                    StageRef.parse(reference)
                            .map(stage -> holding(stage, standings.get(stage.measure())))
                            .orElse(new Holding.Gone("stage")));
        }
    }

    private static Holding holding(StageRef ref, @Nullable MeasureStanding standing) {
        if (standing == null) {
            return new Holding.Gone("measure");
        }
        return standing.stage(ref.stage()).reached()
                ? new Holding.Counts(null)
                : new Holding.Gone("stage");
    }

    private void figures(List<String> references, LocalDate today, Map<String, Holding> live) {
        if (references.isEmpty()) {
            return;
        }
        List<FigurePeriod> periods =
                Arrays.stream(Step.values()).map(step -> step.of(today).before(1)).toList();
        Registers.Readings readings = registers.read(references, periods);
        for (String reference : references) {
            List<Holding> found =
                    periods.stream()
                            .map(period -> holding(readings.of(reference, period)))
                            .toList();
            live.put(
                    key(EvidenceKind.FIGURE, reference),
                    found.stream().filter(Holding::counts).findFirst().orElse(found.getFirst()));
        }
    }

    private static Holding holding(FigureReading reading) {
        return switch (reading) {
            case FigureReading.Known known when known.value().signum() > 0 ->
                    new Holding.Counts(null);
            case FigureReading.Known ignored -> new Holding.Gone("nought");
            case FigureReading.Hidden ignored -> new Holding.Unclear("hidden");
            case FigureReading.Nothing ignored -> new Holding.Gone("nought");
            case FigureReading.NotYet ignored -> new Holding.Unclear("not-yet");
            case FigureReading.NotKept ignored -> new Holding.Unclear("not-kept");
            case FigureReading.NoSuchFigure ignored -> new Holding.Gone("figure");
        };
    }

    private static String key(EvidenceKind kind, String reference) {
        return kind.code() + " " + reference;
    }

    /** What was seen on a day. */
    record Seen(LocalDate today, Map<String, Holding> live) {

        Seen {
            live = Map.copyOf(live);
        }

        /** Whether a piece of evidence counts where nothing older than so many months does. */
        Holding of(Evidence.Content content, int freshMonths) {
            if (content.kind().live()) {
                return live.getOrDefault(
                        key(content.kind(), content.reference()), new Holding.Unclear("not-kept"));
            }
            LocalDate stale =
                    content.dated().plusMonths(Math.min(content.freshMonths(), freshMonths));
            return today.isBefore(stale)
                    ? new Holding.Counts(stale.minusDays(1))
                    : new Holding.Stale(stale);
        }

        /** Whether it counts by its own term. */
        Holding of(Evidence.Content content) {
            return of(content, Math.max(content.freshMonths(), 0));
        }
    }
}
