package az.qalxan.casework;

import java.util.List;

/** What happened to a case, the newest first. */
record CaseHistoryPage(CaseTop top, List<CaseContents.Happening> history) {

    CaseHistoryPage {
        history = List.copyOf(history);
    }
}
