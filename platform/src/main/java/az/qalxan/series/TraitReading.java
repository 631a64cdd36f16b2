package az.qalxan.series;

import az.qalxan.engines.linking.IdentifierKind;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesReport;
import az.qalxan.engines.linking.series.Trait;
import az.qalxan.engines.linking.series.TraitReader;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.Loss;
import az.qalxan.reporting.ReportContent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads with the engine what a report can be linked by. */
@Component
class TraitReading {

    private final TraitReader reader = new TraitReader();

    ReportTraits read(ReportContent report) {
        return reader.read(
                new SeriesReport(
                        report.id().value(),
                        report.reportedAt(),
                        report.happenedAt(),
                        report.category(),
                        report.region(),
                        loss(report.loss()),
                        report.identifiers().stream().map(TraitReading::stated).toList(),
                        report.story()));
    }

    private static SeriesReport.@Nullable Loss loss(@Nullable Loss loss) {
        return loss == null || loss.amount().signum() <= 0
                ? null
                : new SeriesReport.Loss(loss.amount(), loss.currency(), loss.paidHow());
    }

    private static SeriesReport.Stated stated(FoundIdentifier found) {
        @Nullable Integer start = found.start();
        @Nullable Integer end = found.end();
        int from = start == null || end == null ? Trait.NOT_IN_STORY : start;
        int to = start == null || end == null ? Trait.NOT_IN_STORY : end;
        boolean inStory = from >= 0 && from < to;
        return new SeriesReport.Stated(
                IdentifierKind.valueOf(found.kind().toUpperCase(Locale.ROOT)),
                found.linkKey(),
                found.value(),
                inStory ? from : Trait.NOT_IN_STORY,
                inStory ? to : Trait.NOT_IN_STORY);
    }
}
