package az.qalxan.exchange.knowledge;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseGlances;
import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.reporting.ReportContent;
import az.qalxan.reporting.ReportContents;
import az.qalxan.reporting.ReportId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which identifiers of reports are known indicators: of those reports that the caller may
 * read, and of those objects that the caller may know of.
 */
@Component
class ReportKnowledge {

    /** Of a case with more reports the first ones are looked at. */
    static final int REPORTS_MAX = 500;

    private final ReportContents reports;
    private final CaseGlances cases;
    private final ValueReading reading;
    private final LookUps lookUps;
    private final Clock clock;

    ReportKnowledge(
            ReportContents reports,
            CaseGlances cases,
            ValueReading reading,
            LookUps lookUps,
            Clock clock) {
        this.reports = reports;
        this.cases = cases;
        this.reading = reading;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    /**
     * An identifier that is a known indicator.
     *
     * @param hits the indicators that hold
     * @param reports in how many of the reports it stands
     */
    record Known(KnownValue value, List<Hit> hits, int reports) {

        Known {
            hits = List.copyOf(hits);
        }
    }

    /**
     * What is known of the identifiers of some reports.
     *
     * @param left how many values were not looked up, for their number
     * @param unread how many reports were not looked at, for their number
     */
    record Told(List<Known> known, int left, int unread) {

        Told {
            known = List.copyOf(known);
        }
    }

    @Transactional
    public Told ofReport(Caller caller, ReportId report) {
        return told(caller, List.of(report), 0);
    }

    @Transactional
    public Told ofCase(Caller caller, CaseNumber number) {
        List<ReportId> all = cases.reports(number);
        int most = Math.min(all.size(), REPORTS_MAX);
        return told(caller, all.subList(0, most), all.size() - most);
    }

    private Told told(Caller caller, List<ReportId> ids, int unread) {
        Map<KnownValue, Integer> counts = counts(reports.of(ids));
        List<KnownValue> all = List.copyOf(counts.keySet());
        List<KnownValue> some = all.subList(0, Math.min(all.size(), LookUps.VALUES_MAX));
        List<Known> known = new ArrayList<>();
        if (!some.isEmpty()) {
            Instant now = clock.instant();
            for (Answer answer : lookUps.of(caller, some)) {
                List<Hit> live =
                        answer.hits().stream().filter(hit -> hit.alone() && hit.live(now)).toList();
                if (!live.isEmpty() && answer.value() != null) {
                    known.add(
                            new Known(
                                    answer.value(), live, counts.getOrDefault(answer.value(), 1)));
                }
            }
        }
        return new Told(known, all.size() - some.size(), unread);
    }

    private Map<KnownValue, Integer> counts(List<ReportContent> contents) {
        Map<KnownValue, Integer> counts = new LinkedHashMap<>();
        for (ReportContent content : contents) {
            Set<KnownValue> once = new LinkedHashSet<>();
            for (FoundIdentifier one : content.identifiers()) {
                ValueKind.ofCode(one.kind())
                        .flatMap(kind -> reading.of(kind, one.value()))
                        .ifPresent(once::add);
            }
            once.forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        return counts;
    }
}
