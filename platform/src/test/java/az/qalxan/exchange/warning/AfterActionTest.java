package az.qalxan.exchange.warning;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Handling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AfterActionTest {

    private static final Instant OUT = Instant.parse("2026-11-28T06:00:00Z");

    private static Warning warning(String lane, @Nullable Instant asked) {
        Warning.Wording wording = new Warning.Wording("Başlıq", "Mətn", "");
        return new Warning(
                UUID.randomUUID(),
                "XBR-2026-2345BCDF",
                "rinn",
                false,
                WarningKind.ALERT,
                null,
                new Warning.Said(
                        Handling.GREEN,
                        "malware",
                        "severe",
                        "future",
                        "likely",
                        wording,
                        wording,
                        24),
                new Warning.Audience(true, List.of(), List.of(), List.of()),
                "released",
                1,
                new Warning.Course(
                        60, OUT.minusSeconds(900), "A", "a", asked, lane, OUT, "B", "b", null));
    }

    private static WarningDelivery delivery(@Nullable Integer sent, @Nullable Integer minutes) {
        return new WarningDelivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "din",
                "sent",
                OUT,
                null,
                0,
                sent == null ? null : OUT.plusSeconds(sent),
                null,
                minutes == null ? null : OUT.plus(Duration.ofMinutes(minutes)),
                "",
                "");
    }

    @Test
    void figuresFollowFromTheMomentsThatWereKept() {
        AfterAction figures =
                AfterAction.of(
                        List.of(
                                new AfterAction.Case(
                                        warning("two", OUT.minusSeconds(300)),
                                        List.of(
                                                delivery(3, 10),
                                                delivery(9, 60),
                                                delivery(5, 61),
                                                delivery(null, null))),
                                new AfterAction.Case(warning("fast", null), List.of())));
        assertThat(figures)
                .isEqualTo(
                        new AfterAction(
                                2,
                                1,
                                4,
                                3,
                                3,
                                2,
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(60),
                                Duration.ofMinutes(61)));
    }

    @Test
    void nothingGivesNoFigure() {
        AfterAction none = AfterAction.of(List.of());
        assertThat(none.approve()).isNull();
        assertThat(none.acknowledge()).isNull();
        assertThat(none.bodies()).isZero();
    }

    @Test
    void drillShowsInItsNumber() {
        Random random = new Random(7);
        assertThat(WarningNumber.drawn(true, 2026, random)).startsWith("TLM-2026-");
        assertThat(WarningNumber.drawn(false, 2026, random))
                .startsWith("XBR-2026-")
                .matches(WarningNumber::fits);
    }
}
