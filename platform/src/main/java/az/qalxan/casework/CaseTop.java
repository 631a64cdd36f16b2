package az.qalxan.casework;

import java.util.List;

/**
 * The head that every page of a case has.
 *
 * @param state the state's code
 * @param outcome how it came into that state, in the reader's language; empty while it is open
 * @param tabs the pages of the case, in order
 * @param current the code of the page that is shown
 */
public record CaseTop(
        CaseHead head,
        String state,
        String outcome,
        String reason,
        List<CaseNotice.Notice> notices,
        List<CaseTab> tabs,
        String current) {

    public CaseTop {
        notices = List.copyOf(notices);
        tabs = List.copyOf(tabs);
    }

    /** The address of the case. */
    public String at() {
        return "/cases/" + head.number();
    }
}
