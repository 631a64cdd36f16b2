package az.qalxan.series;

import az.qalxan.engines.linking.series.PairDecision;
import az.qalxan.engines.linking.series.ReportPair;
import az.qalxan.engines.linking.series.SeriesPartition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What belongs to some components for one caller: their visible part and whatever else is joined
 * with it, cut into series by the engine. A report that is hidden from the caller takes no part, so
 * it neither joins nor splits anything.
 */
final class Surroundings {

    /** Where the search for more stops. */
    private static final int REPORTS_MAX = 4 * SeriesDesk.MEMBERS_MAX;

    private final VisibleReports reports;
    private final JdbcClient jdbc;
    private final CommonKeys keys;
    private final Map<UUID, List<VisibleReport>> byComponent = new HashMap<>();
    private final Map<UUID, UUID> joined = new HashMap<>();
    private final Map<ReportPair, PairDecision.Verdict> decisions = new HashMap<>();
    private final Set<UUID> cut = new HashSet<>();
    private int found;

    private Surroundings(JdbcClient jdbc, VisibleReports reports) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.keys = new CommonKeys(jdbc, reports);
    }

    /** The series that the caller sees in these components. */
    static List<Piece> pieces(
            JdbcClient jdbc, VisibleReports reports, Collection<UUID> components) {
        return around(jdbc, reports, components).cut();
    }

    /** As {@link #pieces}, for questions about single links. */
    static Surroundings around(
            JdbcClient jdbc, VisibleReports reports, Collection<UUID> components) {
        Surroundings all = new Surroundings(jdbc, reports);
        all.search(components);
        return all;
    }

    LinkContext context() {
        return new LinkContext(keys::isHub, decisions);
    }

    private void search(Collection<UUID> components) {
        Set<UUID> next = new HashSet<>(components);
        while (!next.isEmpty() && found <= REPORTS_MAX) {
            List<VisibleReport> fresh = read(next);
            Set<UUID> more = new HashSet<>();
            for (Set<UUID> together : joins(fresh)) {
                join(together);
                more.addAll(together);
            }
            more.removeAll(byComponent.keySet());
            next = more;
        }
    }

    private List<VisibleReport> read(Set<UUID> components) {
        components.forEach(one -> byComponent.putIfAbsent(one, new ArrayList<>()));
        List<VisibleReport> fresh = reports.ofComponents(components, SeriesDesk.MEMBERS_MAX + 1);
        for (VisibleReport one : fresh) {
            List<VisibleReport> members = byComponent.getOrDefault(one.component(), List.of());
            if (members.size() < SeriesDesk.MEMBERS_MAX) {
                members.add(one);
            } else {
                cut.add(one.component());
            }
        }
        found += fresh.size();
        return fresh;
    }

    private List<Set<UUID>> joins(List<VisibleReport> fresh) {
        List<Set<UUID>> joins = new ArrayList<>(keys.judge(fresh));
        if (!fresh.isEmpty()) {
            jdbc.sql(
                            """
                            select d.one, d.other, d.verdict, coalesce(p.component, d.one) as here,
                              coalesce(q.component, d.other) as there
                            from series.decision d
                            left join series.placement p on p.report_id = d.one
                            left join series.placement q on q.report_id = d.other
                            where (d.one = any (cast(:ids as uuid[]))
                                or d.other = any (cast(:ids as uuid[])))
                              and not exists (
                                select from series.decision_undone u where u.decision = d.id)
                            """)
                    .param("ids", Columns.ids(fresh.stream().map(VisibleReport::id).toList()))
                    .query(row -> {
                        ReportPair pair =
                                new ReportPair(
                                        row.getObject("one", UUID.class),
                                        row.getObject("other", UUID.class));
                        boolean same = row.getString("verdict").equals("confirmed");
                        decisions.put(
                                pair,
                                same ? PairDecision.Verdict.SAME : PairDecision.Verdict.NOT_SAME);
                        if (same) {
                            joins.add(
                                    new HashSet<>(
                                            List.of(
                                                    row.getObject("here", UUID.class),
                                                    row.getObject("there", UUID.class))));
                        }
                    });
        }
        return joins;
    }

    private void join(Set<UUID> together) {
        UUID to = null;
        for (UUID one : together) {
            UUID root = root(one);
            if (to == null) {
                to = root;
            } else if (!to.equals(root)) {
                joined.put(root, to);
            }
        }
    }

    private UUID root(UUID component) {
        UUID at = component;
        for (UUID next = joined.get(at); next != null; next = joined.get(at)) {
            at = next;
        }
        return at;
    }

    private List<Piece> cut() {
        Map<UUID, List<VisibleReport>> groups = new HashMap<>();
        Set<UUID> partial = new HashSet<>();
        byComponent.forEach((component, members) -> {
            groups.computeIfAbsent(root(component), one -> new ArrayList<>()).addAll(members);
            if (cut.contains(component)) {
                partial.add(root(component));
            }
        });
        List<Piece> pieces = new ArrayList<>();
        groups.forEach((root, members) -> cut(members, !partial.contains(root), pieces));
        return pieces;
    }

    private void cut(List<VisibleReport> members, boolean whole, List<Piece> pieces) {
        Map<UUID, VisibleReport> byId = new HashMap<>();
        members.forEach(one -> byId.put(one.id(), one));
        Map<Integer, List<SeriesPartition.Member>> clusters = new TreeMap<>();
        SeriesPartition.of(
                        members.stream().map(VisibleReport::traits).toList(),
                        keys::isHub,
                        decisions.entrySet().stream()
                                .map(one -> new PairDecision(one.getKey(), one.getValue()))
                                .toList())
                .members()
                .forEach(one -> {
                    if (one.cluster() >= 0) {
                        clusters.computeIfAbsent(one.cluster(), number -> new ArrayList<>())
                                .add(one);
                    }
                });
        for (List<SeriesPartition.Member> cluster : clusters.values()) {
            List<VisibleReport> inside = new ArrayList<>();
            cluster.forEach(one -> inside.add(byId.get(one.report())));
            pieces.add(new Piece(inside, cluster, context(), whole));
        }
    }
}
