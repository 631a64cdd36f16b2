package az.qalxan.engines.linking;

/** A keyed one-way function by which equal card numbers are recognised without keeping them. */
@FunctionalInterface
public interface CardDigest {

    /**
     * The digest of a card number.
     *
     * @param digits 13 to 19 ASCII digits; must not be kept or logged
     */
    String of(String digits);
}
