package az.qalxan.casework;

import az.qalxan.jurisdiction.OffenceHint;
import az.qalxan.reporting.ReportRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What an officer sees of one case. */
record CasePage(
        CaseFile file,
        List<TriagePage.Row> reports,
        Map<String, BigDecimal> losses,
        List<CaseContents.Member> members,
        List<CaseContents.Note> notes,
        List<CaseTask> tasks,
        List<CaseContents.Offence> offences,
        List<OffenceHint> hints,
        List<CaseContents.Happening> history,
        Instant now) {

    CasePage {
        reports = List.copyOf(reports);
        losses = Map.copyOf(losses);
        members = List.copyOf(members);
        notes = List.copyOf(notes);
        tasks = List.copyOf(tasks);
        offences = List.copyOf(offences);
        hints = List.copyOf(hints);
        history = List.copyOf(history);
    }

    CaseHead head() {
        return file.head();
    }

    String address(String step) {
        return "/cases/" + head().number() + "/" + step;
    }

    /** Losses of reports, added up by currency. */
    static Map<String, BigDecimal> losses(List<ReportRow> reports) {
        Map<String, BigDecimal> sums = new java.util.TreeMap<>();
        for (ReportRow report : reports) {
            var loss = report.loss();
            if (loss != null) {
                sums.merge(loss.currency(), loss.amount(), BigDecimal::add);
            }
        }
        return sums;
    }
}
