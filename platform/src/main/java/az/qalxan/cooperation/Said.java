package az.qalxan.cooperation;

/**
 * A sentence of the law as it stood when a basis was chosen.
 *
 * @param id of the rule that it comes from; empty for a reason
 * @param clause what it rests on; empty for arithmetic
 * @param standing verified, unverified, disputed
 */
public record Said(String id, String az, String en, String clause, String standing) {

    public String in(String language) {
        return language.equals("en") ? en : az;
    }

    boolean verified() {
        return standing.equals("verified");
    }
}
