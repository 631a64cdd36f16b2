package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.web.PageFrame;
import gg.jte.Content;
import java.util.Optional;

/**
 * What a later module shows on a measure's page; it contributes a bean. Make the content with
 * {@link az.qalxan.web.Fragments} from a template of your own: a {@code section} with class {@code
 * card}, an id and a heading of level two.
 */
public interface MeasurePart {

    /** Its place among the parts of the page. */
    int order();

    /** The part for that measure, which may be one that an edition dropped; empty for nothing. */
    Optional<Content> of(MeasureCode code, PageFrame frame);
}
