package az.qalxan.series;

import org.jspecify.annotations.Nullable;

/**
 * A common identifier as the list of hubs shows it, counted from the reports that the caller may
 * read.
 *
 * @param reports how many hold it
 * @param spread over what, among the first of them
 * @param hub whether it links nothing now
 * @param ruling what a person ruled; null when the data decide
 */
record HubRow(
        IdentifierRuling.Subject subject,
        long reports,
        Spread spread,
        boolean hub,
        @Nullable IdentifierRuling ruling) {

    /** Of how many kinds the reports are, and in how many months of thirty days they lie. */
    record Spread(int categories, int months) {}

    HubPlace place() {
        return new HubPlace(reports, subject.key());
    }

    /** Where a page of hubs ends. */
    record HubPlace(long reports, long key) {

        static final HubPlace START = new HubPlace(Long.MAX_VALUE, Long.MAX_VALUE);

        String token() {
            return reports + "_" + key;
        }

        /** Reads a token; the start of the list when it is not one of ours. */
        static HubPlace read(String token) {
            String[] parts = token.split("_", 2);
            try {
                return parts.length == 2
                        ? new HubPlace(Long.parseLong(parts[0]), Long.parseLong(parts[1]))
                        : START;
            } catch (NumberFormatException e) {
                return START;
            }
        }
    }
}
