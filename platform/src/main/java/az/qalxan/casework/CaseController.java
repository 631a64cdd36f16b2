package az.qalxan.casework;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.OffenceHint;
import az.qalxan.reporting.ReportLists;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
