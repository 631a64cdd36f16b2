package az.qalxan.evidence;

import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.Optional;

/** What a module below this one shows on an exhibit's page; it contributes a bean. */
public interface ExhibitParts {

    /** Its place on the page, the smallest first. */
    int order();

    /**
     * Its part of that exhibit's page, as far as the frame's viewer may see it; empty when there is
     * nothing to show. Called in the transaction that records the view.
     */
    Optional<Content> of(Exhibit exhibit, PageFrame frame);
}
