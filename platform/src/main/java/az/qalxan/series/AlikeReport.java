package az.qalxan.series;

/**
 * A report whose story reads like another one's. That proposes a comparison and joins nothing.
 *
 * @param percent share of runs of three words that both stories have
 */
record AlikeReport(SeriesMember member, int percent) {}
