package az.qalxan.series;

import az.qalxan.engines.linking.series.LinkExplanation;
import az.qalxan.engines.linking.series.PairDecision;
import az.qalxan.engines.linking.series.Reason;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.engines.linking.series.SeriesPartition;
import az.qalxan.reporting.Loss;
import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a piece into the form in which people and programs get it. */
final class Viewing {

    private Viewing() {}

    static SeriesView view(Piece piece) {
        return new SeriesView(
                piece.number(),
                piece.members().stream()
                        .map(one -> new SeriesMember(one.row(), one.body()))
                        .toList(),
                links(piece),
                hubs(piece),
                totals(piece),
                piece.whole());
    }

    private static List<SeriesLink> links(Piece piece) {
        Map<UUID, VisibleReport> byId = new HashMap<>();
        piece.members().forEach(one -> byId.put(one.id(), one));
        List<SeriesLink> links = new ArrayList<>();
        for (SeriesPartition.Member bond : piece.bonds()) {
            @Nullable UUID to = bond.linkedTo();
            if (to != null) {
                links.add(
                        bond(
                                Objects.requireNonNull(byId.get(bond.report())),
                                Objects.requireNonNull(byId.get(to)),
                                piece.context()));
            }
        }
        links.sort(Comparator.comparingInt((SeriesLink link) -> -link.score()));
        return links;
    }

    static SeriesLink link(VisibleReport one, VisibleReport other, LinkContext context) {
        LinkExplanation found = LinkExplanation.of(one.traits(), other.traits(), context.hub());
        ReportPair pair = found.pair();
        return new SeriesLink(
                new ReportId(pair.first()),
                new ReportId(pair.second()),
                found.score(),
                standing(context.decisions().get(pair)),
                found.reasons().stream().map(Viewing::reason).toList());
    }

    /** A link of the tree; what does not carry alone hangs by other reports of the series. */
    private static SeriesLink bond(VisibleReport one, VisibleReport other, LinkContext context) {
        SeriesLink link = link(one, other, context);
        if (link.score() >= SeriesLink.ENOUGH || link.standing() == LinkStanding.CONFIRMED) {
            return link;
        }
        List<LinkReason> reasons = new ArrayList<>(link.reasons());
        int missing = SeriesLink.ENOUGH - link.score();
        reasons.addFirst(new LinkReason("group", List.of(), missing, List.of(), List.of()));
        return new SeriesLink(link.one(), link.other(), link.score(), link.standing(), reasons);
    }

    private static LinkStanding standing(PairDecision.@Nullable Verdict verdict) {
        if (verdict == null) {
            return LinkStanding.FOUND;
        }
        return switch (verdict) {
            case SAME -> LinkStanding.CONFIRMED;
            case NOT_SAME -> LinkStanding.REJECTED;
        };
    }

    private static LinkReason reason(Reason reason) {
        return new LinkReason(
                reason.code().code(),
                reason.values(),
                reason.points(),
                spans(reason.first()),
                spans(reason.second()));
    }

    private static List<LinkReason.Span> spans(List<Reason.Span> spans) {
        return spans.stream().map(Viewing::span).toList();
    }

    static LinkReason.Span span(Reason.Span span) {
        return new LinkReason.Span(span.start(), span.end());
    }

    private static List<SeriesHub> hubs(Piece piece) {
        Map<String, SeriesHub> hubs = new LinkedHashMap<>();
        for (VisibleReport member : piece.members()) {
            member.traits().traits().stream()
                    .filter(trait ->
                            !trait.shown().isEmpty() && piece.context().hub().test(trait.key()))
                    .map(trait -> new SeriesHub(trait.kind().code(), trait.shown(), 1))
                    .distinct()
                    .forEach(hub ->
                            hubs.merge(
                                    hub.kind() + " " + hub.value(),
                                    hub,
                                    (known, more) ->
                                            new SeriesHub(
                                                    known.kind(),
                                                    known.value(),
                                                    known.members() + 1)));
        }
        return hubs.values().stream()
                .sorted(
                        Comparator.comparingInt((SeriesHub hub) -> -hub.members())
                                .thenComparing(SeriesHub::value))
                .toList();
    }

    static SeriesTotals totals(Piece piece) {
        Map<String, BigDecimal> losses = new HashMap<>();
        int waiting = 0;
        for (VisibleReport member : piece.members()) {
            @Nullable Loss loss = member.row().loss();
            if (loss != null) {
                losses.merge(loss.currency(), loss.amount(), BigDecimal::add);
            }
            waiting += member.row().state().equals("waiting") ? 1 : 0;
        }
        return new SeriesTotals(
                piece.members().size(),
                waiting,
                piece.first().row().reportedAt(),
                piece.newest().row().reportedAt(),
                mostFirst(losses),
                counts(piece, one -> one.row().region()),
                counts(piece, one -> one.row().category()),
                counts(piece, VisibleReport::body));
    }

    private static Map<String, Integer> counts(Piece piece, Function<VisibleReport, String> of) {
        Map<String, Integer> counts = new HashMap<>();
        piece.members().forEach(one -> counts.merge(of.apply(one), 1, Integer::sum));
        return mostFirst(counts);
    }

    private static <N extends Comparable<N>> Map<String, N> mostFirst(Map<String, N> counts) {
        Map<String, N> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, N>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }
}
