package az.qalxan.engines.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The sentences about single days. */
final class CalendarReasons {

    private CalendarReasons() {}

    static Reason movable(
            MovableDay day, boolean decided, @Nullable Clause clause, Standing standing) {
        return decided
                ? new Reason("holiday", day.name(), clause, standing)
                : new Reason(
                        "expected-holiday",
                        Wording.of(
                                day.name().az() + " (hesablanıb, hələ qərar verilməyib)",
                                day.name().en() + " (calculated, not decided yet)"),
                        clause,
                        Standing.UNVERIFIED);
    }

    static Reason moved(
            LocalDate holiday, DayKind kind, @Nullable Clause clause, Standing standing) {
        Wording text =
                kind == DayKind.MOVED_REST
                        ? Wording.of(
                                holiday
                                        + " bayram günü istirahət gününə düşür, istirahət buraya"
                                        + " keçirilir",
                                "the holiday of "
                                        + holiday
                                        + " falls on a rest day, which moves here")
                        : Wording.of(
                                holiday + " günü iki bayram üst-üstə düşür, bu gün də istirahətdir",
                                "two holidays meet on " + holiday + ", this day is free as well");
        return new Reason(
                kind == DayKind.MOVED_REST ? "moved-rest" : "added-rest", text, clause, standing);
    }
}
