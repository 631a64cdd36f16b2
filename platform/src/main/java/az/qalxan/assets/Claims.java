package az.qalxan.assets;

import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportedLoss;
import az.qalxan.reporting.ReportedLosses;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds whose money lies in a holding, as far as the transfers around it tell. */
@Component
class Claims {

    private static final String VICTIM = "victim:";

    private final TrailReader reader;
    private final TransferStore transfers;
    private final ReportedLosses reports;

    Claims(TrailReader reader, TransferStore transfers, ReportedLosses reports) {
        this.reader = reader;
        this.transfers = transfers;
        this.reports = reports;
    }

    /** Traced transfers around a report or case, to ask for several holdings. */
    record Traced(Tracing tracing, Map<String, ReportedLoss> victims) {

        /** The claims on what lies there, whose money came first standing first. */
        List<Claim> on(Holding holding, String currency) {
            Map<String, BigInteger> sums = new LinkedHashMap<>();
            tracing.left(holding.key(), currency)
                    .forEach(part -> sums.merge(part.origin(), part.units(), BigInteger::add));
            List<Claim> claims = new ArrayList<>();
            sums.forEach((origin, units) -> {
                ReportedLoss victim = victims.get(origin);
                if (victim != null) {
                    claims.add(
                            new Claim(
                                    victim.id(),
                                    victim.reference().value(),
                                    Money.ofUnits(units, currency)));
                }
            });
            return claims;
        }
    }

    /**
     * Traces around a report or a case; a report that a case took is traced with its case. Victims
     * whose reports another body has are left out: nobody decides about them here.
     */
    Traced around(Standing standing, TracingRule rule) {
        Scope scope = scope(standing);
        List<Transfer> found =
                reader.around(transfers.of(scope.reports(), scope.caseNumber())).transfers();
        List<ReportId> victims =
                found.stream()
                        .map(one -> one.from().key())
                        .filter(key -> key.startsWith(VICTIM))
                        .distinct()
                        .map(key -> new ReportId(UUID.fromString(key.substring(VICTIM.length()))))
                        .toList();
        return new Traced(
                Tracing.of(found, rule),
                reports.of(victims).stream()
                        .filter(one -> one.body().equals(standing.body().value()))
                        .collect(
                                Collectors.toMap(
                                        one -> Holding.victimKey(one.id()), Function.identity())));
    }

    /** The reports and the case that belong together. */
    record Scope(Collection<ReportId> reports, String caseNumber) {}

    Scope scope(Standing standing) {
        ReportId report = standing.report();
        String caseNumber =
                report == null
                        ? standing.caseNumber()
                        : Optional.ofNullable(
                                        reports.of(report)
                                                .map(ReportedLoss::caseNumber)
                                                .orElse(null))
                                .orElse("");
        if (caseNumber.isEmpty()) {
            return new Scope(report == null ? List.of() : List.of(report), "");
        }
        return new Scope(reader.reportsOf(new CaseNumber(caseNumber)), caseNumber);
    }
}
