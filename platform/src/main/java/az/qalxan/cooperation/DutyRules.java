package az.qalxan.cooperation;

import az.qalxan.jurisdiction.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How long things may take at the 24/7 point, and who is told: data of the pack.
 *
 * @param zone where our clocks stand
 * @param times by name; those that differ when life is in danger have a second one, {@code <name>!}
 */
record DutyRules(ZoneId zone, Map<String, Span> times, List<Ladder> ladders) {

    static final List<String> TIMES =
            List.of("warn", "assistance", "floor-decide", "renew", "order", "look", "day");
    static final List<String> TIMES_WITH_URGENT =
            List.of("acknowledge", "send", "confirm", "preserve", "answer");

    DutyRules {
        times = Map.copyOf(times);
        ladders = List.copyOf(ladders);
    }

    /** Reads every time by its name. */
    static DutyRules of(ZoneId zone, Function<String, Span> read, List<Ladder> ladders) {
        Map<String, Span> times = new java.util.HashMap<>();
        TIMES.forEach(name -> times.put(name, read.apply(name)));
        TIMES_WITH_URGENT.forEach(name -> {
            times.put(name, read.apply(name));
            times.put(name + "!", read.apply(name + "!"));
        });
        return new DutyRules(zone, times, ladders);
    }

    Ladder ladder(String code) {
        return ladders.stream()
                .filter(one -> one.code().equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("the pack has no ladder " + code));
    }

    private Span time(String name) {
        Span wait = times.get(name);
        if (wait == null) {
            throw new IllegalStateException("the pack's cooperation.yaml has no time " + name);
        }
        return wait;
    }

    Span acknowledge() {
        return time("acknowledge");
    }

    Span acknowledgeUrgent() {
        return time("acknowledge!");
    }

    Span send() {
        return time("send");
    }

    Span sendUrgent() {
        return time("send!");
    }

    Span confirm() {
        return time("confirm");
    }

    Span confirmUrgent() {
        return time("confirm!");
    }

    Span preserve() {
        return time("preserve");
    }

    Span preserveUrgent() {
        return time("preserve!");
    }

    Span answer() {
        return time("answer");
    }

    Span answerUrgent() {
        return time("answer!");
    }

    Span warn() {
        return time("warn");
    }

    Span assistanceAfter() {
        return time("assistance");
    }

    Span floorDecide() {
        return time("floor-decide");
    }

    Span renewBefore() {
        return time("renew");
    }

    Span orderLasts() {
        return time("order");
    }

    Span look() {
        return time("look");
    }

    Span day() {
        return time("day");
    }
}
