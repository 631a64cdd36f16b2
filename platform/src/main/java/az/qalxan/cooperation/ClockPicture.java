package az.qalxan.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clocks of a request drawn against time, in units of a thousandth of the width.
 *
 * @param now where the present moment stands
 */
record ClockPicture(List<Bar> bars, List<Mark> marks, int now, int height) {

    private static final int WIDTH = 1_000;
    private static final int ROW = 26;
    private static final int TOP = 18;

    ClockPicture {
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
    }

    /** A clock from its start to its end. */
    record Bar(Term term, int x, int width, int y) {}

    /** A task at its moment. */
    record Mark(DutyTask task, int x) {}

    boolean isEmpty() {
        return bars.isEmpty();
    }

    static ClockPicture of(List<Term> terms, List<DutyTask> tasks, Instant now) {
        List<Term> drawn = terms.stream().filter(term -> !term.state().equals("replaced")).toList();
        if (drawn.isEmpty()) {
            return new ClockPicture(List.of(), List.of(), 0, 0);
        }
        Instant from =
                earlier(now, drawn.stream().map(Term::startedAt).min(Instant::compareTo).get());
        Instant until = later(now, drawn.stream().map(Term::endsAt).max(Instant::compareTo).get());
        Scale scale = new Scale(from, Duration.between(from, until).toSeconds());
        List<Bar> bars = new ArrayList<>();
        for (Term term : drawn) {
            int x = scale.at(term.startedAt());
            bars.add(
                    new Bar(
                            term,
                            x,
                            Math.max(4, scale.at(term.endsAt()) - x),
                            TOP + bars.size() * ROW));
        }
        List<Mark> marks =
                tasks.stream()
                        .filter(DutyTask::pending)
                        .filter(task -> !task.raiseAt().isAfter(until))
                        .map(task -> new Mark(task, scale.at(task.raiseAt())))
                        .toList();
        return new ClockPicture(bars, marks, scale.at(now), TOP + bars.size() * ROW + 12);
    }

    private record Scale(Instant from, long seconds) {

        int at(Instant moment) {
            long passed = Duration.between(from, moment).toSeconds();
            return (int) Math.clamp(passed * WIDTH / Math.max(1, seconds), 0, WIDTH);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
