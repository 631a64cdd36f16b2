package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.engines.law.RequestKind;
import az.qalxan.jurisdiction.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes requests, rules and clocks for the tests of the domain. */
final class Point {

    static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    static final Instant START = Instant.parse("2026-03-01T00:30:00Z");

    static final TermRule FLOOR =
            new TermRule(
                    "floor",
                    "floor",
                    "BUDAPEST-185:29(7)",
                    60,
                    "days",
                    "effect",
                    "a",
                    "a",
                    "verified");
    static final TermRule CEILING =
            new TermRule(
                    "ceiling",
                    "ceiling",
                    "BUDAPEST-185:16(2)",
                    90,
                    "days",
                    "order",
                    "a",
                    "a",
                    "verified");

    static final DutyRules RULES =
            DutyRules.of(
                    BAKU,
                    name ->
                            Span.parseOrNone(
                                    Map.of(
                                                    "assistance", "45 days",
                                                    "renew", "10 days",
                                                    "order", "90 days",
                                                    "floor-decide", "10 days",
                                                    "warn", "5 days",
                                                    "look", "7 days",
                                                    "answer", "30 days",
                                                    "acknowledge", "15 minutes")
                                            .getOrDefault(name, "1 days")),
                    List.of(
                            new Ladder(
                                    "minutes",
                                    List.of(
                                            new Ladder.Step(
                                                    "officer",
                                                    "raised",
                                                    Span.parseOrNone("0 minutes")),
                                            new Ladder.Step(
                                                    "head",
                                                    "raised",
                                                    Span.parseOrNone("10 minutes")))),
                            new Ladder(
                                    "days",
                                    List.of(
                                            new Ladder.Step(
                                                    "officer",
                                                    "raised",
                                                    Span.parseOrNone("0 minutes")),
                                            new Ladder.Step(
                                                    "head",
                                                    "before-due",
                                                    Span.parseOrNone("2 days"))))));

    private Point() {}

    static RequestHead head(RequestKind kind, Direction direction) {
        return new RequestHead(
                UUID.randomUUID(),
                new RequestNumber("S-2026-000000001"),
                kind,
                direction,
                false,
                new Counterpart("JP", "24/7", ZoneId.of("Asia/Tokyo"), "", "", "", "", "", "", ""),
                new Substance("", "", "", "mail box", "", "", "", Map.of()),
                null,
                new Sight(new BodyCode("dtx"), "", Handling.AMBER, null, ""),
                "form",
                START,
                0);
    }

    static Request.Received received() {
        return new Request.Received(
                head(RequestKind.PRESERVATION, Direction.IN), Moments.received(START), START);
    }

    static Request.Officer officer(String name) {
        return new Request.Officer(name, name);
    }

    static Request.Preserved preserved(Instant effect) {
        return received().acknowledge(officer("a"), START).preserve(effect, effect, effect);
    }

    /** Counts calendar days where the clock stands. */
    static Term.Count count(TermRule rule, Instant start, ZoneId zone) {
        return new Term.Count(
                start.atZone(zone).plusDays(rule.amount()).toInstant(), false, List.of());
    }

    static TermPlan plan() {
        return new TermPlan(BAKU, Point::count, UUID::randomUUID);
    }
}
