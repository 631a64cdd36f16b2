package az.qalxan.series;

import az.qalxan.reporting.Loss;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts series into the form that programs get. */
@Component
public class SeriesMessages {

    private final LinkWords words;

    SeriesMessages(LinkWords words) {
        this.words = words;
    }

    public SeriesMessage of(SeriesView series, List<SeriesDecision> decisions, Text text) {
        return new SeriesMessage(
                series.number().value(),
                series.whole(),
                totals(series.totals()),
                series.members().stream().map(SeriesMessages::member).toList(),
                series.links().stream().map(link -> link(link, text)).toList(),
                series.hubs().stream()
                        .map(hub -> new SeriesMessage.Hub(hub.kind(), hub.value(), hub.members()))
                        .toList(),
                decisions.stream().map(SeriesMessages::decision).toList());
    }

    private static SeriesMessage.Totals totals(SeriesTotals totals) {
        return new SeriesMessage.Totals(
                totals.reports(),
                totals.waiting(),
                totals.first(),
                totals.last(),
                totals.losses(),
                totals.regions(),
                totals.categories(),
                totals.bodies());
    }

    private static SeriesMessage.Member member(SeriesMember member) {
        ReportRow report = member.report();
        return new SeriesMessage.Member(
                report.id().toString(),
                report.reference().value(),
                report.state(),
                report.category(),
                report.region(),
                member.body(),
                report.reportedAt(),
                loss(report.loss()));
    }

    private static SeriesMessage.@Nullable Loss loss(@Nullable Loss loss) {
        return loss == null ? null : new SeriesMessage.Loss(loss.amount(), loss.currency());
    }

    private SeriesMessage.Link link(SeriesLink link, Text text) {
        return new SeriesMessage.Link(
                link.one().toString(),
                link.other().toString(),
                link.score(),
                link.standing().code(),
                link.reasons().stream()
                        .map(one ->
                                new SeriesMessage.Reason(
                                        one.code(),
                                        one.points(),
                                        words.sentence(one, text),
                                        one.inOne(),
                                        one.inOther()))
                        .toList());
    }

    private static SeriesMessage.Decision decision(SeriesDecision one) {
        return new SeriesMessage.Decision(
                one.id().toString(),
                one.one().toString(),
                one.other().toString(),
                one.standing().code(),
                one.reason(),
                one.at(),
                one.name(),
                one.body(),
                one.inForce());
    }

    public static List<ReportId> members(SeriesView series) {
        return series.members().stream().map(SeriesMember::id).toList();
    }
}
