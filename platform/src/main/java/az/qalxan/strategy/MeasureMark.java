package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Short marks that a later module shows beside measures in lists; it contributes a bean. */
public interface MeasureMark {

    /** Its place among the marks of a measure. */
    int order();

    /** The marks of those measures, in one go; measures without a mark are left out. */
    Map<MeasureCode, List<Mark>> of(Collection<MeasureCode> codes);
}
