package az.qalxan.engines.synthesis;

/**
 * Fictional telephone numbers in E.164 form.
 *
 * <p>Azerbaijan reserves no range for fiction. Blocks 555 of the mobile prefixes come first. A
 * country that needs more than these 80,000 takes subscriber numbers that begin with 0 or 1, a
 * digit with which no number we know of begins.
 */
final class Phones {

    private static final String[] PREFIXES = {"50", "51", "55", "70", "77", "99", "10", "60"};
    private static final int BLOCK_NUMBERS = 10_000;
    private static final int BLOCKS_NUMBERS = PREFIXES.length * BLOCK_NUMBERS;
    private static final int SPARE_NUMBERS = 2_000_000;

    /** How many different numbers there are. */
    static final int NUMBERS_MAX = BLOCKS_NUMBERS + PREFIXES.length * SPARE_NUMBERS;

    private final Scramble scramble;

    /** {@code needed} is how many different numbers the country can ask for. */
    Phones(long seed, long needed) {
        this.scramble = new Scramble(Math.max(BLOCKS_NUMBERS, needed), seed);
        if (needed > NUMBERS_MAX) {
            throw new IllegalArgumentException(
                    "There are %d fictional numbers; %d are needed."
                            .formatted(NUMBERS_MAX, needed));
        }
    }

    String at(long serial) {
        int place = (int) scramble.of(serial);
        if (place < BLOCKS_NUMBERS) {
            return "+994"
                    + PREFIXES[place / BLOCK_NUMBERS]
                    + "555"
                    + Digits.padded(place % BLOCK_NUMBERS, 4);
        }
        int spare = place - BLOCKS_NUMBERS;
        return "+994"
                + PREFIXES[spare / SPARE_NUMBERS]
                + Digits.padded(spare % SPARE_NUMBERS, 7);
    }
}
