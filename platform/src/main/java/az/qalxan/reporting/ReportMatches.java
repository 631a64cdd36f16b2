package az.qalxan.reporting;

import az.qalxan.audit.AuditLog;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What reports of different bodies have in common, for the job that tells the bodies of each other:
 * exact, by link key, many reports in a statement. It sees what its transaction's identity sees.
 */
@Component
public class ReportMatches {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    ReportMatches(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * An identifier of a report.
     *
     * @param body whose report it is
     * @param compartment null unless the report stands in one
     */
    public record Mention(
            String linkKey,
            String kind,
            String value,
            ReportId report,
            String body,
            int handling,
            @Nullable UUID compartment) {}

    /**
     * Every mention, in any report, of the identifiers that stand in these reports and in reports
     * of at least two bodies; each in the words of its own report.
     *
     * @param reportsMax an identifier that stands in so many reports tells nothing and is left out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Mention> acrossBodies(List<ReportId> reports, int reportsMax) {
        Set<String> keys = new LinkedHashSet<>();
        Set<ReportId> holders = new LinkedHashSet<>();
        jdbc.sql(
                        """
                        select own.link_key, held.reports
                        from (
                          select distinct i.link_key from reporting.identifier i
                          where i.report_id = any (cast(:ids as uuid[])) and i.link_key <> ''
                        ) as own
                        cross join lateral (
                          select array_agg(report_id) as reports
                          from (
                            select i.report_id, i.body from reporting.identifier i
                            where i.link_key = own.link_key and i.link_key <> ''
                            limit :most) as counted
                          having count(distinct report_id) < :most and min(body) <> max(body)
                        ) as held
                        """)
                .param("ids", texts(reports))
                .param("most", reportsMax)
                .query(row -> {
                    keys.add(row.getString(1));
                    for (UUID holder : (UUID[]) row.getArray(2).getArray()) {
                        holders.add(new ReportId(holder));
                    }
                });
        return keys.isEmpty() ? List.of() : mentions(List.copyOf(holders), List.copyOf(keys));
    }

    /** Those identifiers of these reports that have one of these keys. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Mention> mentions(List<ReportId> reports, List<String> keys) {
        return jdbc.sql(
                        """
                        select distinct on (link_key, report_id) link_key, kind, value, report_id,
                          body, handling, compartment
                        from reporting.identifier
                        where report_id = any (cast(:ids as uuid[])) and link_key = any (:keys)
                          and link_key <> ''
                        order by link_key, report_id
                        """)
                .param("ids", texts(reports))
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) ->
                        new Mention(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                new ReportId(row.getObject(4, UUID.class)),
                                row.getString(5),
                                row.getInt(6),
                                row.getObject(7, UUID.class)))
                .list();
    }

    /**
     * Whose a report is and who may see it; {@code compartment} is null unless it stands in one.
     */
    public record Standing(String body, int handling, @Nullable UUID compartment) {}

    /**
     * Where these reports stand now. Nobody changes it until the transaction ends, so that what is
     * written about a report meanwhile follows its next change.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Standing> standing(Collection<UUID> reports) {
        Map<UUID, Standing> standing = new HashMap<>();
        jdbc.sql(
                        """
                        select id, body, handling, compartment from reporting.report
                        where id = any (cast(:ids as uuid[])) order by id for share
                        """)
                .param("ids", reports.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    standing.put(
                            row.getObject(1, UUID.class),
                            new Standing(
                                    row.getString(2), row.getInt(3), row.getObject(4, UUID.class)));
                });
        return standing;
    }

    /** Which of these keys stand in so many reports. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> crowded(List<String> keys, int reportsMin) {
        return jdbc.sql(
                        """
                        select asked.key from unnest(:keys) as asked (key)
                        where (select count(*) from (
                                 select 1 from reporting.identifier i
                                 where i.link_key = asked.key and i.link_key <> ''
                                 limit :most) as counted) >= :most
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("most", reportsMin)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The link keys that stand in these reports. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> keys(List<ReportId> reports) {
        return jdbc.sql(
                        """
                        select distinct link_key from reporting.identifier
                        where report_id = any (cast(:ids as uuid[])) and link_key <> ''
                        """)
                .param("ids", texts(reports))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /**
     * How many of these reports are little more than one identifier: a single one, and a story no
     * longer than that.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int bare(List<ReportId> reports, int storyCharsMax) {
        return jdbc.sql(
                        """
                        select count(*) from reporting.report r
                        where r.id = any (cast(:ids as uuid[])) and length(r.story) <= :most
                          and (select count(*) from reporting.identifier i
                               where i.report_id = r.id and i.link_key <> '') = 1
                        """)
                .param("ids", texts(reports))
                .param("most", storyCharsMax)
                .query(Integer.class)
                .single();
    }

    /** Who sent each of these reports; a report from before the journal has no entry. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<ReportId, AuditLog.Doer> senders(List<ReportId> reports) {
        return audit.doers(ReportingAct.RECEIVED, "report", reports).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                one -> new ReportId(UUID.fromString(one.getKey())),
                                Map.Entry::getValue));
    }

    /** The latest reports that an account sent in a span of time, newest first. */
    @Transactional(readOnly = true)
    public List<ReportId> sentBy(String account, Instant from, int most) {
        return audit.subjects(ReportingAct.RECEIVED, account, from, most).stream()
                .map(id -> new ReportId(UUID.fromString(id)))
                .toList();
    }

    private static String[] texts(List<ReportId> reports) {
        return reports.stream().map(ReportId::toString).toArray(String[]::new);
    }
}
