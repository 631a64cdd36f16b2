package az.qalxan.engines.forecast;

import java.util.List;

/**
 * How a series probably goes on.
 *
 * @param steps one for each coming observation, the nearest first
 * @param level the share of observations that the intervals should hold, such as 0.8
 * @param period the season that was reckoned with; 1 when the history is too short for the series'
 *     own
 * @param used observations that the forecast rests on: known ones since the rules changed
 * @param scores of all methods that were tried, the best first
 */
public record Forecast(
        Method method,
        List<Step> steps,
        double level,
        int period,
        int used,
        BackTest test,
        List<MethodScore> scores) {

    public Forecast {
        steps = List.copyOf(steps);
        scores = List.copyOf(scores);
    }
}
