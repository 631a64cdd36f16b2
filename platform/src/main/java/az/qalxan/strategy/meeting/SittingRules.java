package az.qalxan.strategy.meeting;

import az.qalxan.jurisdiction.Words;

/**
 * The rules of a sitting.
 *
 * @param verified whether they were read in the commission's statute
 */
record SittingRules(Share quorum, Share majority, boolean verified, Words source) {

    /** Of so many parts, so many; what counts is more than it. */
    record Share(int parts, int whole) {

        /** Refuses shares below nothing or of everything. */
        Share {
            if (whole < 1 || parts < 0 || parts >= whole) {
                throw new IllegalArgumentException(
                        "a share is 0 to less than 1, not " + parts + "/" + whole);
            }
        }

        /** Reads {@code 1/2}. */
        static Share parse(String text) {
            String[] two = text.strip().split("/", -1);
            if (two.length != 2) {
                throw new IllegalArgumentException("a share is written 1/2, not " + text);
            }
            return new Share(Integer.parseInt(two[0]), Integer.parseInt(two[1]));
        }

        /** The smallest number that is more than this share of all. */
        int moreThan(int all) {
            return all * parts / whole + 1;
        }
    }
}
