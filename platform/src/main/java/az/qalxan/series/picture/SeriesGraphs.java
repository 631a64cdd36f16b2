package az.qalxan.series.picture;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportRow;
import az.qalxan.series.LinkReason;
import az.qalxan.series.LinkStanding;
import az.qalxan.series.LinkWords;
import az.qalxan.series.SeriesEvidence;
import az.qalxan.series.SeriesLink;
import az.qalxan.series.SeriesMember;
import az.qalxan.series.picture.SeriesGraph.Edge;
import az.qalxan.series.picture.SeriesGraph.EdgeKind;
import az.qalxan.series.picture.SeriesGraph.Facts;
import az.qalxan.series.picture.SeriesGraph.Mark;
import az.qalxan.series.picture.SeriesGraph.Node;
import az.qalxan.web.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the graph of a series from what stands in its reports. */
@Component
class SeriesGraphs {

    private static final int USUAL_WEIGHT = 50;
    private static final int WEIGHT_MAX = 100;

    private final Jurisdiction jurisdiction;
    private final BodyNames bodies;
    private final LinkWords words;

    SeriesGraphs(Jurisdiction jurisdiction, BodyNames bodies, LinkWords words) {
        this.jurisdiction = jurisdiction;
        this.bodies = bodies;
        this.words = words;
    }

    static String id(ReportId report) {
        return "report:" + report;
    }

    /**
     * The graph of those members.
     *
     * @param trail where their money went; {@link MoneyTrail#NONE} when that is not to be shown
     */
    SeriesGraph of(
            SeriesEvidence.Found found,
            Collection<SeriesMember> members,
            MoneyTrail trail,
            Text text) {
        Map<ReportId, SeriesMember> shown =
                members.stream()
                        .collect(
                                Collectors.toMap(
                                        SeriesMember::id,
                                        Function.identity(),
                                        (one, same) -> one,
                                        LinkedHashMap::new));
        GraphDraft draft = new GraphDraft();
        shown.values().forEach(member -> draft.add(report(member, text)));
        state(found, shown, draft, text);
        link(found, shown.keySet(), draft, text);
        StoryStars.add(draft, text);
        MoneyEdges.add(draft, trail, text);
        return draft.graph();
    }

    private Node report(SeriesMember member, Text text) {
        ReportRow row = member.report();
        var loss = row.loss();
        return new Node(
                id(row.id()),
                NodeKind.REPORT,
                row.reference().value(),
                row.reportedAt(),
                0,
                Set.of(),
                new Facts(
                        jurisdiction
                                .category(row.category())
                                .map(one -> text.pick(one.title().az(), one.title().en()))
                                .orElse(row.category()),
                        row.region(),
                        bodies.acronym(new BodyCode(member.body()), text.language()),
                        row.handling(),
                        loss == null ? null : loss.amount(),
                        loss == null ? "" : loss.currency(),
                        "/reports/" + row.id()));
    }

    /** One identifier with the reports that state it. */
    private record Shared(SeriesEvidence.Stated first, List<SeriesMember> reports) {

        boolean sameReportsAs(Shared other) {
            return reports.equals(other.reports);
        }
    }

    private static void state(
            SeriesEvidence.Found found,
            Map<ReportId, SeriesMember> shown,
            GraphDraft draft,
            Text text) {
        Map<String, Shared> byKey = new LinkedHashMap<>();
        for (SeriesEvidence.Stated one : found.stated()) {
            @Nullable SeriesMember member = shown.get(one.report());
            if (member != null) {
                byKey.computeIfAbsent(
                                one.kind() + ":" + one.key(),
                                none -> new Shared(one, new ArrayList<>()))
                        .reports()
                        .add(member);
            }
        }
        Map<String, Integer> weights = weights(found.series().links());
        byKey.forEach((id, shared) -> {
            if (!isToldBy(shared, byKey.values())) {
                add(id, shared, weights, draft, text);
            }
        });
    }

    /** A link says no more than its domain, and a mail's domain no more than its one address. */
    private static boolean isToldBy(Shared one, Collection<Shared> all) {
        String told =
                switch (one.first().kind()) {
                    case "url" -> "domain";
                    case "mail-host" -> "email";
                    default -> "";
                };
        return !told.isEmpty()
                && all.stream()
                        .filter(other -> other.first().kind().equals(told))
                        .filter(other -> holds(one.first().value(), other.first().value()))
                        .anyMatch(one::sameReportsAs);
    }

    private static boolean holds(String one, String other) {
        return one.contains(other) || other.endsWith("@" + one);
    }

    /** What each identifier weighed where it linked two reports. */
    private static Map<String, Integer> weights(List<SeriesLink> links) {
        Map<String, Integer> weights = new HashMap<>();
        for (SeriesLink link : links) {
            for (LinkReason reason : link.reasons()) {
                if (reason.values().size() == 2) {
                    weights.merge(
                            reason.values().get(0) + ":" + reason.values().get(1),
                            Math.clamp(reason.points(), 0, WEIGHT_MAX),
                            Math::max);
                }
            }
        }
        return weights;
    }

    private static void add(
            String id, Shared shared, Map<String, Integer> weights, GraphDraft draft, Text text) {
        SeriesEvidence.Stated one = shared.first();
        int weight =
                one.hub() ? 0 : weights.getOrDefault(one.kind() + ":" + one.value(), USUAL_WEIGHT);
        Instant first =
                shared.reports().stream()
                        .map(member -> member.report().reportedAt())
                        .min(Instant::compareTo)
                        .orElseThrow();
        draft.add(
                new Node(
                        id,
                        NodeKind.of(one.kind()),
                        one.value(),
                        first,
                        weight,
                        one.hub() ? Set.of(Mark.HUB) : Set.of(),
                        null));
        String reason = text.of(one.hub() ? "picture.why.hub" : "picture.why.stated");
        for (SeriesMember member : shared.reports()) {
            draft.add(
                    new Edge(
                            id(member.id()),
                            id,
                            EdgeKind.STATED,
                            weight,
                            member.report().reportedAt(),
                            reason,
                            Set.of()));
        }
    }

    private void link(
            SeriesEvidence.Found found, Set<ReportId> shown, GraphDraft draft, Text text) {
        for (SeriesLink link : found.series().links()) {
            if (shown.contains(link.one()) && shown.contains(link.other())) {
                boolean confirmed = link.standing() == LinkStanding.CONFIRMED;
                draft.add(
                        new Edge(
                                id(link.one()),
                                id(link.other()),
                                EdgeKind.LINK,
                                Math.clamp(link.score(), 0, WEIGHT_MAX),
                                null,
                                String.join(" ", words.sentences(link, text)),
                                confirmed ? Set.of(Mark.CONFIRMED) : Set.of()));
            }
        }
    }

    /** Names of the regions that reports name, by code. */
    Map<String, String> regions(Collection<SeriesMember> members, Text text) {
        Map<String, String> names = new LinkedHashMap<>();
        for (SeriesMember member : members) {
            String code = member.report().region();
            if (!code.isEmpty()) {
                names.computeIfAbsent(code, none -> Objects.requireNonNull(region(code, text)));
            }
        }
        return names;
    }

    private String region(String code, Text text) {
        return jurisdiction
                .region(code)
                .map(one -> text.pick(one.name().az(), one.name().en()))
                .orElse(code);
    }
}
