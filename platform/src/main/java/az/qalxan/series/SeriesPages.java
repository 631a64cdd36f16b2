package az.qalxan.series;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.engines.linking.series.Trait;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the page of a series. */
@Component
class SeriesPages {

    private static final int SHARED_MAX = 40;

    private final DecisionStore decisions;
    private final ReportLists lists;
    private final LinkWords words;
    private final BodyNames bodies;

    SeriesPages(DecisionStore decisions, ReportLists lists, LinkWords words, BodyNames bodies) {
        this.decisions = decisions;
        this.lists = lists;
        this.words = words;
        this.bodies = bodies;
    }

    SeriesPage of(Piece piece, int most, Text text) {
        SeriesView series = Viewing.view(piece);
        return new SeriesPage(
                series,
                title(series, text),
                rows(series, most, text),
                shared(piece),
                decisions(series),
                bodies(series, text),
                regions(series, text));
    }

    String title(SeriesView series, Text text) {
        return words.category(series.totals().categories().keySet().iterator().next(), text);
    }

    private Map<String, String> bodies(SeriesView series, Text text) {
        Map<String, String> names = new HashMap<>();
        for (String code : series.totals().bodies().keySet()) {
            names.put(code, bodies.acronym(new BodyCode(code), text.language()));
        }
        return names;
    }

    private Map<String, String> regions(SeriesView series, Text text) {
        Map<String, String> names = new HashMap<>();
        for (String code : series.totals().regions().keySet()) {
            names.put(code, words.region(code, text));
        }
        return names;
    }

    /** Members, the oldest first, each with the link by which it hangs in the series. */
    List<SeriesPage.Row> rows(SeriesView series, int most, Text text) {
        Map<ReportId, String> numbers = new HashMap<>();
        series.members().forEach(one -> numbers.put(one.id(), one.report().reference().value()));
        Map<ReportId, SeriesLink> links = byMember(series);
        return series.members().stream()
                .limit(most)
                .map(one -> row(one, links.get(one.id()), numbers, text))
                .toList();
    }

    /** Each link belongs to the end that hangs on the other: the one that is reached through it. */
    private static Map<ReportId, SeriesLink> byMember(SeriesView series) {
        Map<ReportId, List<SeriesLink>> ends = new HashMap<>();
        for (SeriesLink link : series.links()) {
            ends.computeIfAbsent(link.one(), id -> new ArrayList<>()).add(link);
            ends.computeIfAbsent(link.other(), id -> new ArrayList<>()).add(link);
        }
        Map<ReportId, SeriesLink> links = new HashMap<>();
        Set<ReportId> reached = new HashSet<>();
        List<ReportId> next = new ArrayList<>(List.of(series.members().getFirst().id()));
        while (!next.isEmpty()) {
            ReportId at = next.removeLast();
            reached.add(at);
            for (SeriesLink link : ends.getOrDefault(at, List.of())) {
                ReportId there = link.one().equals(at) ? link.other() : link.one();
                if (!reached.contains(there)) {
                    links.put(there, link);
                    next.add(there);
                }
            }
        }
        return links;
    }

    private SeriesPage.Row row(
            SeriesMember member,
            @Nullable SeriesLink link,
            Map<ReportId, String> numbers,
            Text text) {
        ReportRow report = member.report();
        return new SeriesPage.Row(
                member,
                words.category(report.category(), text),
                report.region().isEmpty() ? "" : words.region(report.region(), text),
                link,
                link == null ? "" : otherEnd(link, member.id(), numbers),
                link == null ? List.of() : reasons(link, text));
    }

    /** The members that are linked most strongly with that report. */
    SeriesSection section(Piece piece, ReportId report, int most, Text text) {
        SeriesView series = Viewing.view(piece);
        VisibleReport own =
                piece.members().stream()
                        .filter(one -> one.id().equals(report.value()))
                        .findFirst()
                        .orElseThrow();
        String number = own.row().reference().value();
        List<SeriesPage.Row> rows =
                piece.members().stream()
                        .filter(one -> one != own)
                        .map(one -> Map.entry(one, Viewing.link(own, one, piece.context())))
                        .sorted(Comparator.comparingInt(one -> -one.getValue().score()))
                        .limit(most)
                        .map(one -> direct(one.getKey(), one.getValue(), number, text))
                        .toList();
        return new SeriesSection(series, title(series, text), rows);
    }

    private SeriesPage.Row direct(VisibleReport other, SeriesLink link, String number, Text text) {
        ReportRow report = other.row();
        return new SeriesPage.Row(
                new SeriesMember(report, other.body()),
                words.category(report.category(), text),
                report.region().isEmpty() ? "" : words.region(report.region(), text),
                link,
                number,
                reasons(link, text));
    }

    /** A report that is proposed and hangs on nothing. */
    ReportSection.Alike alike(AlikeReport found, Text text) {
        SeriesPage.Row row = row(found.member(), null, Map.of(), text);
        return new ReportSection.Alike(row, found.percent());
    }

    private static String otherEnd(SeriesLink link, ReportId here, Map<ReportId, String> numbers) {
        ReportId there = link.one().equals(here) ? link.other() : link.one();
        return Objects.requireNonNull(numbers.get(there));
    }

    List<SeriesPage.Reason> reasons(SeriesLink link, Text text) {
        return link.reasons().stream()
                .map(one -> new SeriesPage.Reason(words.sentence(one, text), one.points()))
                .toList();
    }

    private static List<SeriesPage.SharedIdentifier> shared(Piece piece) {
        Map<Long, SeriesPage.SharedIdentifier> shared = new HashMap<>();
        for (VisibleReport member : piece.members()) {
            Set<Long> once = new HashSet<>();
            for (Trait trait : member.traits().traits()) {
                if (!trait.shown().isEmpty() && trait.kind().strong() && once.add(trait.key())) {
                    shared.merge(
                            trait.key(),
                            new SeriesPage.SharedIdentifier(
                                    trait.key(),
                                    trait.kind().code(),
                                    trait.shown(),
                                    1,
                                    piece.context().hub().test(trait.key())),
                            SeriesPages::oneMore);
                }
            }
        }
        return shared.values().stream()
                .filter(one -> one.members() > 1)
                .sorted(
                        Comparator.comparing(SeriesPage.SharedIdentifier::hub)
                                .thenComparingInt(one -> -one.members())
                                .thenComparing(SeriesPage.SharedIdentifier::value))
                .limit(SHARED_MAX)
                .toList();
    }

    private static SeriesPage.SharedIdentifier oneMore(
            SeriesPage.SharedIdentifier known, SeriesPage.SharedIdentifier ignored) {
        return new SeriesPage.SharedIdentifier(
                known.key(), known.kind(), known.value(), known.members() + 1, known.hub());
    }

    private List<SeriesPage.DecisionRow> decisions(SeriesView series) {
        List<SeriesDecision> all =
                decisions.about(series.members().stream().map(SeriesMember::id).toList());
        return withNumbers(all);
    }

    /** Decisions with their reports' numbers; both reports are visible, or the decision is not. */
    List<SeriesPage.DecisionRow> withNumbers(List<SeriesDecision> all) {
        Set<ReportId> named = new TreeSet<>(Comparator.comparing(ReportId::value));
        all.forEach(one -> named.addAll(List.of(one.one(), one.other())));
        Map<ReportId, String> numbers = new HashMap<>();
        lists.plain(List.copyOf(named))
                .forEach(row -> numbers.put(row.id(), row.reference().value()));
        return all.stream()
                .filter(one -> numbers.containsKey(one.one()) && numbers.containsKey(one.other()))
                .map(one ->
                        new SeriesPage.DecisionRow(
                                one,
                                numbers.getOrDefault(one.one(), ""),
                                numbers.getOrDefault(one.other(), "")))
                .toList();
    }
}
