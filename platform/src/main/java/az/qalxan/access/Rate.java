package az.qalxan.access;

/**
 * How fast one source may knock.
 *
 * @param burst requests at once, at least 1
 * @param perMinute requests a minute in the long run, at least 1
 */
record Rate(int burst, int perMinute) {

    Rate {
        if (burst < 1 || perMinute < 1) {
            throw new IllegalArgumentException("a rate lets at least one request through");
        }
    }
}
