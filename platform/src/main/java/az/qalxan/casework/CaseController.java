package az.qalxan.casework;

import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportLists;
import az.qalxan.web.PageFrames;
import java.time.Clock;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;

/** Cases: the list, one case, its steps. */
@Controller
class CaseController {

    private static final int ROWS = 100;
    private static final int WORDS_MAX = 10_000;
    private static final Set<String> CLOCKS = Set.of("ceiling", "floor", "target");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Cases cases;
    private final CaseStore store;
    private final CaseContents contents;
    private final ReportLists lists;
    private final ReportPages pages;
    private final Jurisdiction jurisdiction;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    CaseController(
            Cases cases,
            CaseStore store,
            CaseContents contents,
            ReportLists lists,
            ReportPages pages,
            Jurisdiction jurisdiction,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.contents = contents;
        this.lists = lists;
        this.pages = pages;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }
}
