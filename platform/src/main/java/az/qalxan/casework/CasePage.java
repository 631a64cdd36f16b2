package az.qalxan.casework;

import az.qalxan.access.Colleague;
import az.qalxan.jurisdiction.CaseOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first page of a case.
 *
 * @param reports the newest of its reports; {@code reportCount} says how many there are
 * @param parts addresses of what other modules show here
 */
record CasePage(
        CaseTop top,
        CaseFile file,
        List<TriagePage.Row> reports,
        long reportCount,
        Map<String, BigDecimal> losses,
        List<CaseMember> members,
        List<CaseContents.Note> notes,
        List<CaseTask> tasks,
        List<Card> cards,
        List<String> parts,
        List<Colleague> colleagues,
        List<CaseOutcome> outcomes,
        Instant now) {

    /** A module's part in short. */
    record Card(CaseTab tab, List<CaseBrief.Line> lines) {

        Card {
            lines = List.copyOf(lines);
        }
    }

    CasePage {
        reports = List.copyOf(reports);
        losses = Collections.unmodifiableMap(new TreeMap<>(losses));
        members = List.copyOf(members);
        notes = List.copyOf(notes);
        tasks = List.copyOf(tasks);
        cards = List.copyOf(cards);
        parts = List.copyOf(parts);
        colleagues = List.copyOf(colleagues);
        outcomes = List.copyOf(outcomes);
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

    /** The outcomes to choose from for that step; none when it ends nothing. */
    List<CaseOutcome> outcomes(String step) {
        String state = step.equals("suspend") ? "suspended" : step.equals("close") ? "closed" : "";
        return outcomes.stream().filter(one -> one.state().equals(state)).toList();
    }
}
