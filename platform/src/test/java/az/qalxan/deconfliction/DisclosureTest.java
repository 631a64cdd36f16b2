package az.qalxan.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What may be read follows from what both sides did, in whatever order they did it. */
class DisclosureTest {

    private static final Instant START = Instant.parse("2026-11-27T08:00:00Z");
    private static final int STEPS = 20_000;

    @Test
    void onlyAConsentOpensAndOnlyUntilItsEnd() {
        Disclosure.Consented consent = new Disclosure.Open().ask().consent(START.plusSeconds(60));
        assertThat(consent.readable(START)).isTrue();
        assertThat(consent.readable(START.plusSeconds(59))).isTrue();
        assertThat(consent.readable(START.plusSeconds(60))).isFalse();
        assertThat(consent.at(START.plusSeconds(60)))
                .isEqualTo(new Disclosure.Ended(Disclosure.End.EXPIRED));
        assertThat(consent.withdraw().readable(START)).isFalse();
        assertThat(consent.giveBack().readable(START)).isFalse();
    }

    @Test
    void nothingElseOpens() {
        Disclosure.Asked asked = new Disclosure.Open().ask();
        List<Disclosure> closed = List.of(Disclosure.OPEN, asked, asked.refuse(), asked.withdraw());
        assertThat(closed).noneMatch(state -> state.readable(START));
    }

    /**
     * A history of random acts of both sides, some of which the state does not allow, and of time
     * going by, against an oracle that only knows the list of what was done.
     */
    @Test
    void whatMayBeReadFollowsFromTheHistory() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Done> history = new ArrayList<>();
        Disclosure state = Disclosure.OPEN;
        Instant now = START;
        for (int i = 0; i < STEPS; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(120)));
            state = settled(state, now);
            Act act = Act.values()[random.nextInt(Act.values().length)];
            Instant until = now.plus(Duration.ofMinutes(1 + random.nextInt(300)));
            Disclosure next = step(state, act, until);
            if (next != state) {
                history.add(new Done(act, until));
            }
            state = next;
            assertThat(settled(state, now).readable(now))
                    .as("seed %d, step %d: %s", seed, i, state)
                    .isEqualTo(allowed(history, now));
        }
        assertThat(history.stream().map(Done::act).distinct())
                .as("seed %d reached every act", seed)
                .containsExactlyInAnyOrder(Act.values());
    }

    private enum Act {
        ASK,
        CONSENT,
        REFUSE,
        TAKE_BACK,
        WITHDRAW,
        GIVE_BACK
    }

    private record Done(Act act, Instant until) {}

    private static Disclosure settled(Disclosure state, Instant now) {
        return state instanceof Disclosure.Consented consented ? consented.at(now) : state;
    }

    private static Disclosure step(Disclosure state, Act act, Instant until) {
        return switch (state) {
            case Disclosure.Askable askable -> act == Act.ASK ? askable.ask() : state;
            case Disclosure.Asked asked ->
                    switch (act) {
                        case CONSENT -> asked.consent(until);
                        case REFUSE -> asked.refuse();
                        case TAKE_BACK -> asked.withdraw();
                        case ASK, WITHDRAW, GIVE_BACK -> state;
                    };
            case Disclosure.Consented consented ->
                    switch (act) {
                        case WITHDRAW -> consented.withdraw();
                        case GIVE_BACK -> consented.giveBack();
                        case ASK, CONSENT, REFUSE, TAKE_BACK -> state;
                    };
        };
    }

    /** The last thing done was a consent, and its end has not come. */
    private static boolean allowed(List<Done> history, Instant now) {
        return !history.isEmpty()
                && history.getLast().act() == Act.CONSENT
                && now.isBefore(history.getLast().until());
    }
}
