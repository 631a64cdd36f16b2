package az.qalxan.strategy.ranking;

/** What a question or a group of questions counts. */
sealed interface Weight {

    /** The weight was read with the publisher. */
    record Known(double points) implements Weight {

        public Known {
            if (points < 0) {
                throw new IllegalArgumentException("a weight is not below nought: " + points);
            }
        }
    }

    /** Somebody recalls the weight; it makes no score. */
    record Recalled(double points) implements Weight {

        public Recalled {
            if (points < 0) {
                throw new IllegalArgumentException("a weight is not below nought: " + points);
            }
        }
    }

    /** Nobody in reach knows the weight. */
    record Unknown() implements Weight {}
}
