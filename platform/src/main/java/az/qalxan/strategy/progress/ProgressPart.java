package az.qalxan.strategy.progress;

import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.MeasurePart;
import az.qalxan.web.Fragments;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows on a measure's page how far its stages are. */
@Component
class ProgressPart implements MeasurePart {

    private static final int ORDER = 10;
    private static final int WORDS_SHOWN = 5;

    private final StageFiles files;
    private final Progress progress;
    private final CurrentCaller callers;
    private final BodyNames names;
    private final Fragments fragments;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProgressPart(
            StageFiles files,
            Progress progress,
            CurrentCaller callers,
            BodyNames names,
            Fragments fragments,
            Clock clock,
            PlatformTransactionManager manager) {
        this.files = files;
        this.progress = progress;
        this.callers = callers;
        this.names = names;
        this.fragments = fragments;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setReadOnly(true);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> of(MeasureCode code, PageFrame frame) {
        @Nullable PartPage page = transaction.execute(status -> page(code));
        return Optional.ofNullable(page)
                .map(one ->
                        fragments.of(
                                "strategy/progress/part", Map.of("frame", frame, "page", one)));
    }

    private @Nullable PartPage page(MeasureCode code) {
        Optional<StageFile> file = files.of(code);
        @Nullable MeasureStanding standing = progress.standings(clock.instant()).get(code);
        if (file.isEmpty() || standing == null) {
            return null;
        }
        String body = callers.get().map(Caller::body).map(one -> one.value()).orElse("");
        return new PartPage(
                code,
                standing,
                stages(file.get(), standing),
                words(file.get()),
                file.get().parties().has(body),
                names);
    }

    private static List<PartPage.OfStage> stages(StageFile file, MeasureStanding standing) {
        return Arrays.stream(Stage.values())
                .map(stage ->
                        new PartPage.OfStage(
                                stage,
                                standing.stage(stage),
                                file.criterion(stage).map(one -> one.entry().words()).orElse("")))
                .toList();
    }

    private static List<Entry> words(StageFile file) {
        return file.entries().stream()
                .filter(one -> one.kind() == ProgressKind.SAID)
                .sorted(Comparator.comparingLong(Entry::sequence).reversed())
                .limit(WORDS_SHOWN)
                .toList();
    }
}
