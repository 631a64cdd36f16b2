package az.qalxan.cooperation;

/**
 * The rule of a clock as it stood when the basis was chosen.
 *
 * @param kind ceiling, floor, response
 * @param unit hours, days, working-days
 * @param start receipt, effect, order, service, confirmation
 */
record TermRule(
        String id,
        String kind,
        String clause,
        int amount,
        String unit,
        String start,
        String az,
        String en,
        String standing) {

    String name(String language) {
        return language.equals("en") ? en : az;
    }

    boolean verified() {
        return standing.equals("verified");
    }
}
