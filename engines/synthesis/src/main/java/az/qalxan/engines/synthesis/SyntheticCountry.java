package az.qalxan.engines.synthesis;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An invented country whose citizens report cybercrime, with planted series among the reports. */
public final class SyntheticCountry {

    private final CountryPlan plan;
    private final DayCurve curve;
    private final List<Ring> rings;
    private final long ringSerials;

    private SyntheticCountry(CountryPlan plan) {
        this.plan = plan;
        this.curve = new DayCurve(plan);
        this.rings = RingPlanner.rings(plan, curve);
        long serials = 0;
        for (Ring ring : rings) {
            serials += ring.serials();
        }
        this.ringSerials = serials;
    }

    /** Plans the rings; the reports themselves are made while they are read. */
    public static SyntheticCountry of(CountryPlan plan) {
        return new SyntheticCountry(plan);
    }

    /** What this country was made from. */
    public CountryPlan plan() {
        return plan;
    }

    /** How many series are planted. */
    public int seriesCount() {
        return rings.size();
    }

    /**
     * Exactly {@code plan().reports()} reports, and more where victims report twice, in the order
     * of their arrival. Every call begins anew; a stream is read by one thread and holds only rings
     * and one day of incidents.
     */
    public Stream<SyntheticReport> reports() {
        return StreamSupport.stream(new Reports(), false);
    }

    /** Makes one report after the other. */
    private final class Reports extends Spliterators.AbstractSpliterator<SyntheticReport> {

        private final Arrivals arrivals = new Arrivals(plan, rings, curve);
        private final ReportDesk desk = new ReportDesk(plan, new Forge(plan, ringSerials));
        private final Repeats repeats = new Repeats(plan, desk);
        private @Nullable Incident following = arrivals.next();
        private long number;

        Reports() {
            super(
                    plan.reports(),
                    Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        }

        @Override
        public boolean tryAdvance(Consumer<? super SyntheticReport> action) {
            SyntheticReport again = repeats.before(following);
            if (again != null) {
                action.accept(again);
                return true;
            }
            Incident incident = following;
            if (incident == null) {
                return false;
            }
            following = arrivals.next();
            number++;
            action.accept(repeats.first(desk.report(number, incident), incident));
            return true;
        }
    }
}
