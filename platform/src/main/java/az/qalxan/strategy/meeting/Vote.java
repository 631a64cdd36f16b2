package az.qalxan.strategy.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A vote as it was counted. */
record Vote(UUID id, UUID item, String question, Count count, List<Ballot> ballots, Instant at) {

    Vote {
        ballots = List.copyOf(ballots);
    }

    /** How a seat voted; message key {@code meeting.choice.<code>}. */
    enum Choice {
        YES,
        NO,
        ABSTAINED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A seat's vote; the body is kept beside it, so that minutes need no other table. */
    record Ballot(UUID seat, String body, Choice choice) {}

    /** The result; who is there and says nothing counts as present. */
    record Count(int present, int needed, int yes, int no, int abstained, boolean carried) {

        static Count of(List<Ballot> ballots, Quorum quorum, SittingRules rules) {
            int yes = count(ballots, Choice.YES);
            return new Count(
                    quorum.present(),
                    quorum.needed(),
                    yes,
                    count(ballots, Choice.NO),
                    count(ballots, Choice.ABSTAINED),
                    yes >= rules.majority().moreThan(quorum.present()));
        }

        private static int count(List<Ballot> ballots, Choice choice) {
            return (int) ballots.stream().filter(one -> one.choice() == choice).count();
        }
    }
}
