package az.qalxan.strategy.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is at a meeting and when there was a quorum, from what was noted in order. */
final class Attendance {

    private final List<Seat> seats;
    private final List<Presence> noted;
    private final SittingRules rules;

    private Attendance(List<Seat> seats, List<Presence> noted, SittingRules rules) {
        this.seats = List.copyOf(seats);
        this.noted = List.copyOf(noted);
        this.rules = rules;
    }

    static Attendance of(List<Seat> seats, List<Presence> noted, SittingRules rules) {
        return new Attendance(seats, noted, rules);
    }

    /**
     * A time that somebody was there.
     *
     * @param until null while it lasts
     */
    record Stretch(Instant from, @Nullable Instant until, String standIn) {}

    /** Whether the seat is taken now. */
    boolean there(Seat seat) {
        return there(noted, seat);
    }

    private static boolean there(List<Presence> upTo, Seat seat) {
        boolean there = false;
        for (Presence one : upTo) {
            there = one.seat().equals(seat.id()) ? one.arrived() : there;
        }
        return there;
    }

    /** Who sits in the place of the seat's holder now; empty for the holder or nobody. */
    String standIn(Seat seat) {
        String standIn = "";
        for (Presence one : noted) {
            standIn = one.seat().equals(seat.id()) ? one.standIn() : standIn;
        }
        return there(seat) ? standIn : "";
    }

    /** The seats that may vote now, in order. */
    List<Seat> voters() {
        return seats.stream().filter(Seat::votes).filter(this::there).toList();
    }

    /** The quorum as it is now. */
    Quorum quorum() {
        return quorum(noted);
    }

    private Quorum quorum(List<Presence> upTo) {
        List<Seat> voting = seats.stream().filter(Seat::votes).toList();
        int present = (int) voting.stream().filter(seat -> there(upTo, seat)).count();
        return new Quorum(present, voting.size(), rules.quorum().moreThan(voting.size()));
    }

    /** With one more note; tells what becomes of the quorum. */
    Attendance with(Presence next) {
        List<Presence> longer = new ArrayList<>(noted);
        longer.add(next);
        return new Attendance(seats, longer, rules);
    }

    /** When each seat was taken, in the order of the seats. */
    Map<Seat, List<Stretch>> stretches() {
        Map<Seat, List<Stretch>> all = new LinkedHashMap<>();
        for (Seat seat : seats) {
            all.put(seat, stretches(seat));
        }
        return all;
    }

    private List<Stretch> stretches(Seat seat) {
        List<Stretch> found = new ArrayList<>();
        @Nullable Presence came = null;
        for (Presence one : noted) {
            if (!one.seat().equals(seat.id())) {
                continue;
            }
            if (came != null) {
                found.add(new Stretch(came.at(), one.at(), came.standIn()));
            }
            came = one.arrived() ? one : null;
        }
        if (came != null) {
            found.add(new Stretch(came.at(), null, came.standIn()));
        }
        return found;
    }
}
