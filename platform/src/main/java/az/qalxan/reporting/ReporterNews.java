package az.qalxan.reporting;

import az.qalxan.web.Text;
import java.time.Instant;
import java.util.List;

/**
 * What a module tells reporters about their own report, in plain words: how the case stands, what
 * was frozen, what came back. A module that has something to tell contributes a bean; the page of
 * the report shows all of it, the newest first.
 *
 * <p>It is asked in a transaction of the reporter's own ({@code database.caller_report()} is the
 * report), so row-level security shows it nothing else; what its tables hide from reporters it
 * gives out by a function that runs with its owner's rights and asks for that report.
 */
public interface ReporterNews {

    /** What there is to tell about that report now; nothing is an empty list. */
    List<Told> about(ReportId report, Text text);

    /**
     * One thing told.
     *
     * @param at since when it is so
     * @param sentence whole sentences in the reader's language, without names of people
     */
    record Told(Instant at, String sentence) {}
}
