package az.qalxan.cooperation;

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
record DutyRules(ZoneId zone, Map<String, Wait> times, List<Ladder> ladders) {

    static final List<String> TIMES =
            List.of("warn", "assistance", "floor-decide", "renew", "order", "look", "day");
    static final List<String> TIMES_WITH_URGENT =
            List.of("acknowledge", "send", "confirm", "preserve", "answer");

    DutyRules {
        times = Map.copyOf(times);
        ladders = List.copyOf(ladders);
    }

    /** Reads every time by its name. */
    static DutyRules of(ZoneId zone, Function<String, Wait> read, List<Ladder> ladders) {
        Map<String, Wait> times = new java.util.HashMap<>();
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

    private Wait time(String name) {
        Wait wait = times.get(name);
        if (wait == null) {
            throw new IllegalStateException("the pack's cooperation.yaml has no time " + name);
        }
        return wait;
    }

    Wait acknowledge() {
        return time("acknowledge");
    }

    Wait acknowledgeUrgent() {
        return time("acknowledge!");
    }

    Wait send() {
        return time("send");
    }

    Wait sendUrgent() {
        return time("send!");
    }

    Wait confirm() {
        return time("confirm");
    }

    Wait confirmUrgent() {
        return time("confirm!");
    }

    Wait preserve() {
        return time("preserve");
    }

    Wait preserveUrgent() {
        return time("preserve!");
    }

    Wait answer() {
        return time("answer");
    }

    Wait answerUrgent() {
        return time("answer!");
    }

    Wait warn() {
        return time("warn");
    }

    Wait assistanceAfter() {
        return time("assistance");
    }

    Wait floorDecide() {
        return time("floor-decide");
    }

    Wait renewBefore() {
        return time("renew");
    }

    Wait orderLasts() {
        return time("order");
    }

    Wait look() {
        return time("look");
    }

    Wait day() {
        return time("day");
    }
}
