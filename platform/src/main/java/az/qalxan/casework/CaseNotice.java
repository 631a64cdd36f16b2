package az.qalxan.casework;

import az.qalxan.web.Text;
import java.util.List;

/** What must be seen on every page of a case; a module contributes a bean. */
@FunctionalInterface
public interface CaseNotice {

    /** What there is to say about that case now. */
    List<Notice> about(CaseHead head, Text text);

    /**
     * A sentence at the head of the page.
     *
     * @param tone a class of the style sheet beside the words: {@code bad}, {@code soon}, none
     * @param path where to deal with it; empty for nowhere
     */
    record Notice(String tone, String sentence, String path) {}
}
