package az.qalxan.casework.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.handover.HandOver.Decision;
import az.qalxan.casework.handover.HandOver.Offered;
import az.qalxan.casework.handover.HandOver.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The states of a hand-over, and what any interleaving of its actors leaves of them. */
class HandOverTest {

    private static final List<BodyCode> BODIES =
            List.of(new BodyCode("din"), new BodyCode("dtx"), new BodyCode("bp"));
    private static final Decision NOW = new Decision("Sınaq", Instant.EPOCH);
    private int drawn;

    private Offered offer(BodyCode from, BodyCode to) {
        return new Offered(
                new Terms(
                        new HandOverNumber(String.format("Q-2026-%07d", drawn++)),
                        new CaseNumber("K-2026-0000001"),
                        from,
                        to,
                        Handling.AMBER,
                        Instant.EPOCH,
                        "Sınaq"));
    }

    @Test
    void theCaseIsTheReceiversOnlyAfterAcceptance() {
        Offered offer = offer(BODIES.get(0), BODIES.get(1));
        assertThat(offer.owner()).isEqualTo(BODIES.get(0));
        assertThat(offer.accept(NOW, "Rəhbər").owner()).isEqualTo(BODIES.get(1));
        assertThat(offer.refuse(NOW, "səbəb").owner()).isEqualTo(BODIES.get(0));
        assertThat(offer.withdraw(NOW).owner()).isEqualTo(BODIES.get(0));
    }

    @Test
    void aRefusalGivesReasonsAndNobodyOffersToThemselves() {
        assertThatThrownBy(() -> offer(BODIES.get(0), BODIES.get(1)).refuse(NOW, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> offer(BODIES.get(0), BODIES.get(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What one actor read and has not written yet. */
    private record Intent(AtomicReference<HandOver> place, HandOver read, HandOver wanted) {

        /** Writes only over what was read, as the database does. */
        boolean write() {
            return place.compareAndSet(read, wanted);
        }
    }

    /**
     * Offers, readings and late writes in any order: each offer is decided at most once, and the
     * case always has the one owner that follows from the decisions.
     */
    @Test
    void anyInterleavingLeavesOneOwner() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<AtomicReference<HandOver>> offers = new ArrayList<>();
            List<Intent> pending = new ArrayList<>();
            BodyCode owner = BODIES.get(random.nextInt(BODIES.size()));
            int decided = 0;
            for (int step = 0; step < 60; step++) {
                boolean open =
                        !offers.isEmpty() && offers.getLast().get() instanceof HandOver.Offered;
                if (!open && random.nextInt(3) == 0) {
                    offers.add(new AtomicReference<>(offer(owner, other(owner, random))));
                } else if (open && random.nextBoolean()) {
                    pending.add(read(offers.getLast(), random));
                } else if (!pending.isEmpty()) {
                    Intent late = pending.remove(random.nextInt(pending.size()));
                    if (late.write()) {
                        decided++;
                        owner = late.wanted().owner();
                    }
                }
                assertThat(owner).as("seed %d", seed).isEqualTo(owner(offers, owner));
            }
            long closed = offers.stream().filter(one -> !(one.get() instanceof Offered)).count();
            assertThat((long) decided).as("seed %d", seed).isEqualTo(closed);
        }
    }

    private static BodyCode other(BodyCode owner, Random random) {
        List<BodyCode> others = BODIES.stream().filter(body -> !body.equals(owner)).toList();
        return others.get(random.nextInt(others.size()));
    }

    private static Intent read(AtomicReference<HandOver> place, Random random) {
        HandOver read = place.get();
        if (!(read instanceof Offered offered)) {
            throw new AssertionError("only an offer is read for decision");
        }
        HandOver wanted =
                switch (random.nextInt(3)) {
                    case 0 -> offered.accept(NOW, "Rəhbər");
                    case 1 -> offered.refuse(NOW, "səbəb");
                    default -> offered.withdraw(NOW);
                };
        return new Intent(place, read, wanted);
    }

    /** The owner by the chain of decisions: each offer starts where the one before ended. */
    private static BodyCode owner(List<AtomicReference<HandOver>> offers, BodyCode first) {
        BodyCode owner = offers.isEmpty() ? first : offers.getFirst().get().terms().from();
        for (AtomicReference<HandOver> one : offers) {
            assertThat(one.get().terms().from()).isEqualTo(owner);
            owner = one.get().owner();
        }
        return owner;
    }
}
