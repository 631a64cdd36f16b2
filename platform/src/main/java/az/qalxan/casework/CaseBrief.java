package az.qalxan.casework;

import az.qalxan.web.Text;
import java.util.List;

/** What another page of a case shows in short on the first one; a module contributes a bean. */
public interface CaseBrief {

    /** The page it stands for. */
    CaseTab tab();

    /** The lines, in order; none when there is nothing yet. */
    List<Line> about(CaseHead head, Text text);

    /**
     * A line of the card.
     *
     * @param chip a short mark beside it; empty for none
     */
    record Line(String words, String chip) {}
}
