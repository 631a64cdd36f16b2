package az.qalxan.engines.linking.record;

/**
 * What pairs of rows can be, each with its own probabilities of the levels: the same person, who
 * may have moved in between; people of one household, who share family name, address and phone;
 * strangers, some of whom live in one neighbourhood. The last two are what Fellegi and Sunter call
 * unmatched: modelling them apart keeps fields that agree or change together from being counted as
 * independent evidence.
 *
 * @param same m: levels among pairs of the same person, by field and level
 * @param moved the same for a person who moved; differs in the address only
 * @param household levels among people of one household; those of strangers where not shared
 * @param chance u: levels among strangers
 * @param place levels among strangers of one neighbourhood; differs in places only
 * @param shares how frequent the classes are
 */
record PairClasses(
        double[][] same,
        double[][] moved,
        double[][] household,
        double[][] chance,
        double[][] place,
        Shares shares) {

    /**
     * How frequent the classes are.
     *
     * @param person among all pairs
     * @param moved among those of one person
     * @param household among all pairs
     * @param place among strangers
     */
    record Shares(double person, double moved, double household, double place) {

        double strangers() {
            return 1 - person - household;
        }
    }

    /** Probability of a pattern among the pairs of a class. */
    static double likelihood(double[][] levels, long pattern) {
        double likelihood = 1;
        for (int field = 0; field < levels.length; field++) {
            likelihood *= levels[field][PairLevels.level(pattern, field)];
        }
        return likelihood;
    }

    /** Probability of being of one person who did not move, and of showing the pattern. */
    double home(long pattern) {
        return shares.person * (1 - shares.moved) * likelihood(same, pattern);
    }

    /** The same for one who moved. */
    double elsewhere(long pattern) {
        return shares.moved == 0 ? 0 : shares.person * shares.moved * likelihood(moved, pattern);
    }

    double family(long pattern) {
        return shares.household == 0 ? 0 : shares.household * likelihood(household, pattern);
    }

    double strangers(long pattern) {
        return shares.strangers()
                * ((1 - shares.place) * likelihood(chance, pattern)
                        + (shares.place == 0 ? 0 : shares.place * likelihood(place, pattern)));
    }

    /** Probability that a pair with this pattern is of one person. */
    double posterior(long pattern) {
        double person = home(pattern) + elsewhere(pattern);
        return person / (person + family(pattern) + strangers(pattern));
    }

    /** Share of strangers at a level of a field, neighbours included. */
    double byChance(int field, int level) {
        return (1 - shares.place) * chance[field][level] + shares.place * place[field][level];
    }

    /** Share of persons at a level of a field, those who moved included. */
    double ofPerson(int field, int level) {
        return (1 - shares.moved) * same[field][level] + shares.moved * moved[field][level];
    }

    PairClasses with(Shares other) {
        return new PairClasses(same, moved, household, chance, place, other);
    }
}
