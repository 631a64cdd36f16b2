package az.qalxan.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reporters' own phones and addresses. People write them into their stories ("they called me on
 * 050 …"), and whoever reports twice would join the offenders of both reports: so they are evidence
 * of nothing.
 */
@Component
class OwnIdentifiers {

    private final JdbcClient jdbc;
    private final ReportReading reading;

    OwnIdentifiers(JdbcClient jdbc, ReportReading reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    /** Takes the link keys away from what is the reporter's own, in all reports of the map. */
    void unlink(Map<UUID, List<FoundIdentifier>> identifiers) {
        Map<UUID, Set<String>> ofReports = ofReports(identifiers.keySet());
        identifiers.forEach((report, found) -> {
            Set<String> own = ofReports.getOrDefault(report, Set.of());
            found.replaceAll(one -> own.contains(one.linkKey()) ? one.unlinked() : one);
        });
    }

    private Map<UUID, Set<String>> ofReports(Collection<UUID> reports) {
        Map<UUID, Set<String>> own = new HashMap<>();
        jdbc.sql(
                        """
                        select report_id, phone, email from reporting.contact
                        where report_id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", reports.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    Set<String> keys =
                            own.computeIfAbsent(
                                    row.getObject(1, UUID.class), id -> new HashSet<>());
                    Stream.of(row.getString(2), row.getString(3))
                            .filter(given -> !given.isEmpty())
                            .map(reading::linkKey)
                            .filter(key -> !key.isEmpty())
                            .forEach(keys::add);
                });
        return own;
    }
}
