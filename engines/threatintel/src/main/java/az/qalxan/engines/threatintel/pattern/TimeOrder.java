package az.qalxan.engines.threatintel.pattern;

/**
 * A moment that has to be found: the slots that stand before it begin at most {@code slack} after
 * it, those that stand after it end not before it. FOLLOWEDBY is one without slack; WITHIN is one
 * in which the same slots stand before and after.
 *
 * @param index its place among the orders of a shape
 */
record TimeOrder(int index, long slack) {}
