package az.qalxan.strategy.ranking;

import java.util.Optional;

/** A question's address: {@code ncsi:3:1.1}. */
record QuestionRef(String ranking, String edition, String question) {

    /** Reads what {@link #toString()} writes; empty for anything else. */
    static Optional<QuestionRef> parse(String text) {
        String[] parts = text.strip().split(":", -1);
        return parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty()
                ? Optional.of(new QuestionRef(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }

    /** Where its page stands. */
    String path() {
        return "/strategy/rankings/" + ranking + "/" + edition + "/" + question;
    }

    @Override
    public String toString() {
        return ranking + ":" + edition + ":" + question;
    }
}
