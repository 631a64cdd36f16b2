package az.qalxan.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each state takes its own steps and no other, and a row tells its state back. */
class FreezeMoveTest {

    private static final Instant NOW = Play.START;
    private static final Money ASKED = Money.of("1000.00", "AZN");
    private static final FreezeMove MOVE =
            new FreezeMove(SignedIn.caller("din", Role.INVESTIGATOR), NOW);

    private static final List<FreezeStep> STEPS =
            List.of(
                    new FreezeStep.Send("sinaqbank", "provisional-hold", ASKED),
                    new FreezeStep.Drop("Lazım deyil daha."),
                    new FreezeStep.Acknowledge(),
                    new FreezeStep.Confirm(ASKED, NOW, NOW.plus(Duration.ofDays(3)), "Bank"),
                    new FreezeStep.Refuse("Hesab yoxdur burada."),
                    new FreezeStep.TooLate(Play.account(9), ASKED, NOW, "Pul çıxıb artıq."),
                    new FreezeStep.Renew(null, "Məhkəmə uzatdı onu."),
                    new FreezeStep.Release("Sahibi tapıldı onun."),
                    new FreezeStep.Seize("Məhkəmənin qərarı 12."));

    private static final Map<String, Set<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry("drafted", Set.of("send", "drop")),
                    Map.entry("sent", Set.of("acknowledge", "confirm", "refuse", "too-late")),
                    Map.entry("acknowledged", Set.of("confirm", "refuse", "too-late")),
                    Map.entry("frozen", Set.of("renew", "release", "seize")),
                    Map.entry("partly", Set.of("renew", "release", "seize")),
                    Map.entry("seized", Set.of("renew", "release")),
                    Map.entry("dropped", Set.of()),
                    Map.entry("refused", Set.of()),
                    Map.entry("too-late", Set.of()),
                    Map.entry("released", Set.of()),
                    Map.entry("returned", Set.of()));

    private static Freeze drafted() {
        return new Freeze.Drafted(
                new FreezeHead(
                        new UUID(1, 1),
                        new FreezeNumber("D-2026-000000001"),
                        new Standing(
                                Play.report(1),
                                "",
                                "M-2026-1",
                                new BodyCode("din"),
                                Handling.AMBER,
                                null),
                        Play.account(1),
                        "",
                        "",
                        ASKED,
                        "AZN",
                        true,
                        "",
                        "",
                        NOW,
                        0));
    }

    @Test
    void randomWalksTakeOnlyAllowedStepsAndRowsTellThemBack() {
        Random random = new Random(42);
        for (int walk = 0; walk < 500; walk++) {
            Freeze freeze = drafted();
            for (int turn = 0; turn < 8; turn++) {
                FreezeStep step = STEPS.get(random.nextInt(STEPS.size()));
                Optional<Freeze> next = MOVE.take(freeze, step);
                Set<String> allowed = ALLOWED.getOrDefault(freeze.code(), Set.of());
                assertThat(next.isPresent())
                        .as("%s in %s", step.code(), freeze.code())
                        .isEqualTo(allowed.contains(step.code()));
                freeze = next.orElse(freeze);
                assertThat(FreezeRow.of(freeze).freeze()).isEqualTo(freeze);
            }
        }
    }

    @Test
    void lessThanAskedIsPartly() {
        Freeze sent = MOVE.take(drafted(), STEPS.getFirst()).orElseThrow();
        Money less = Money.of("999.99", "AZN");
        assertThat(MOVE.take(sent, new FreezeStep.Confirm(less, NOW, null, "Bank")))
                .get()
                .isInstanceOf(Freeze.PartlyFrozen.class);
        assertThat(MOVE.take(sent, new FreezeStep.Confirm(ASKED, NOW, null, "Bank")))
                .get()
                .isInstanceOf(Freeze.Frozen.class);
    }

    @Test
    void whoeverSendsTakesTheProposalUp() {
        Freeze sent = MOVE.take(drafted(), STEPS.getFirst()).orElseThrow();
        assertThat(sent.head().proposed()).isFalse();
        assertThat(sent.head().requester()).isEqualTo(MOVE.caller().name());
    }

    @Test
    void nothingIsReleasedWhileVictimsWait() {
        Freeze.Held held = held("1000.00");
        Freeze.Held owing = held.with(held.hold().allotting(Money.of("10.00", "AZN")));
        assertThat(MOVE.take(owing, new FreezeStep.Release("Sahibi tapıldı onun."))).isEmpty();
    }

    @Test
    void theLastPaymentReturnsEverything() {
        Freeze.Held held = held("100.00");
        Hold owed = held.hold().allotting(Money.of("100.00", "AZN"));
        Freeze after = held.with(owed).pay(Money.of("60.00", "AZN"), NOW);
        assertThat(after).isInstanceOf(Freeze.Held.class);
        assertThat(((Freeze.Held) after).pay(Money.of("40.00", "AZN"), NOW))
                .isInstanceOf(Freeze.Returned.class);
    }

    @Test
    void aHoldNeverGivesMoreThanItHolds() {
        Hold hold = held("100.00").hold();
        assertThatThrownBy(() -> hold.allotting(Money.of("100.01", "AZN")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hold.paying(Money.of("0.01", "AZN")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hold.allotting(Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Freeze.Held held(String amount) {
        Freeze sent = MOVE.take(drafted(), STEPS.getFirst()).orElseThrow();
        return (Freeze.Held)
                MOVE.take(sent, new FreezeStep.Confirm(Money.of(amount, "AZN"), NOW, null, "Bank"))
                        .orElseThrow();
    }
}
