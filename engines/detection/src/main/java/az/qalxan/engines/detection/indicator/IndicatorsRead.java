package az.qalxan.engines.detection.indicator;

import java.util.List;

/**
 * What came of reading a file of indicators.
 *
 * @param read how many were added
 * @param refused how many lines are no indicators
 * @param flaws the first of these
 */
public record IndicatorsRead(long read, long refused, List<IndicatorFlaw> flaws) {

    public IndicatorsRead {
        flaws = List.copyOf(flaws);
    }
}
