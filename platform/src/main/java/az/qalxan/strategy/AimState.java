package az.qalxan.strategy;

import az.qalxan.web.Text;
import java.util.Map;

/**
 * How a target or an objective is measured elsewhere, where no measure of the plan says it; a later
 * module contributes a bean.
 */
public interface AimState {

    /**
     * One line beside it.
     *
     * @param path where the whole is shown
     * @param words how it stands, in the reader's language
     */
    record Line(String path, String words) {}

    /** Lines by the number of the target or objective. */
    Map<String, Line> lines(Text text);
}
