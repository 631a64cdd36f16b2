package az.qalxan.engines.detection.correlation;

import java.util.List;

/**
 * That a rule's findings go to a correlation.
 *
 * @param position which of the correlation's rules it is
 * @param group the fields to group by, as that rule's events call them
 * @param fields the fields to reckon
 * @param carried the fields that rules above need
 */
record Feed(
        PlannedRule rule,
        int position,
        List<String> group,
        List<String> fields,
        List<String> carried) {

    long bit() {
        return position < Long.SIZE ? 1L << position : 0;
    }
}
