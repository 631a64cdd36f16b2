package az.qalxan.casework;

import az.qalxan.access.Colleague;
import az.qalxan.jurisdiction.OffenceHint;
import az.qalxan.reporting.ReportRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        List<Colleague> colleagues,
        Instant now) {

    CasePage {
        reports = List.copyOf(reports);
        losses = Collections.unmodifiableMap(new TreeMap<>(losses));
        members = List.copyOf(members);
        notes = List.copyOf(notes);
        tasks = List.copyOf(tasks);
        offences = List.copyOf(offences);
        hints = List.copyOf(hints);
        history = List.copyOf(history);
        colleagues = List.copyOf(colleagues);
    }

    CaseHead head() {
        return file.head();
    }

    long openTasks() {
        return tasks.stream().filter(CaseTask::open).count();
    }

    /** The steps that the state allows, as the last part of their address. */
    List<String> steps() {
        return switch (file) {
            case CaseFile.OpenCase ignored -> List.of("suspend", "close");
            case CaseFile.SuspendedCase ignored -> List.of("resume", "close");
            case CaseFile.ClosedCase ignored -> List.of("reopen");
        };
    }

    /** Losses of reports, added up by currency. */
    static Map<String, BigDecimal> losses(List<ReportRow> reports) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (ReportRow report : reports) {
            var loss = report.loss();
            if (loss != null) {
                sums.merge(loss.currency(), loss.amount(), BigDecimal::add);
            }
        }
        return sums;
    }
}
