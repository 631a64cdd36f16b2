package az.qalxan.engines.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a country in the order in which they are reported.
 *
 * <p>It holds one day of incidents and, for the rings that have begun, the victims who have not
 * reported yet; never the whole country.
 */
final class Arrivals {

    private static final long SINGLES = 0x53494E47;
    private static final long VICTIMS = 0x56494354;

    private final CountryPlan plan;
    private final List<Ring> rings;
    private final DayCurve curve;
    private final IncidentTimes times;
    private final List<List<Incident>> pending = new ArrayList<>();
    private final int singles;
    private List<Incident> today = List.of();
    private int next;
    private int day;
    private int ringsBegun;
    private int singlesBegun;

    Arrivals(CountryPlan plan, List<Ring> rings, DayCurve curve) {
        this.plan = plan;
        this.rings = rings;
        this.curve = curve;
        this.times = new IncidentTimes(plan);
        this.singles = plan.reports() - plan.seriesReports();
        for (int i = 0; i < plan.days(); i++) {
            pending.add(new ArrayList<>());
        }
    }

    /** The next incident, or null behind the last. */
    @Nullable Incident next() {
        while (next == today.size()) {
            if (day == plan.days()) {
                return null;
            }
            begin(day);
            day++;
        }
        Incident incident = today.get(next);
        next++;
        return incident;
    }

    private void begin(int newDay) {
        while (ringsBegun < rings.size()
                && rings.get(ringsBegun).life().startDay() == newDay) {
            beginRing(rings.get(ringsBegun));
            ringsBegun++;
        }
        today = pending.set(newDay, List.of());
        int count = curve.share(singles, newDay);
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(plan.seed() ^ SINGLES, singlesBegun);
            today.add(times.single(newDay, singlesBegun, dice));
            singlesBegun++;
        }
        today.sort(Incident.ARRIVAL);
        next = 0;
    }

    private void beginRing(Ring ring) {
        for (int ordinal = 0; ordinal < ring.size(); ordinal++) {
            Incident incident = times.ofRing(ring, ordinal, Dice.of(ring.seed() ^ VICTIMS, ordinal));
            long reportDay = BakuTime.epochDay(incident.reportedAt()) - plan.from().toEpochDay();
            pending.get((int) reportDay).add(incident);
        }
    }
}
