package az.qalxan.engines.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the rings of a country: sizes after a power law, lives, and bridges between some. */
final class RingPlanner {

    private static final long PURPOSE = 0x52494E47;
    private static final long COPYING = 0x434F5059;
    private static final int SIZE_MAX = 800;
    private static final int LARGEST_WANTED = 620;
    private static final int TARGETED_SIZE_MAX = 25;
    private static final double SIZE_EXPONENT = 1.9;
    private static final double BRIDGE_SHARE = 0.04;
    private static final int BRIDGE_SIZE_MIN = 3;
    private static final int BRIDGE_SIZE_MAX = 60;
    private static final int BRIDGE_LOOK_BACK = 60;

    private record Sketch(long seed, Crime crime, int size, Ring.Life life) {}

    private final CountryPlan plan;
    private final DayCurve curve;
    private final Dice dice;
    private final int sizeMax;

    private RingPlanner(CountryPlan plan, DayCurve curve) {
        this.plan = plan;
        this.curve = curve;
        this.dice = Dice.of(plan.seed(), PURPOSE);
        this.sizeMax = Math.clamp(plan.seriesReports() / 12, Ring.SIZE_MIN, SIZE_MAX);
    }

    /** All rings in the order in which they begin. */
    static List<Ring> rings(CountryPlan plan, DayCurve curve) {
        RingPlanner planner = new RingPlanner(plan, curve);
        List<Sketch> sketches = planner.sketches();
        sketches.sort(Comparator.comparingInt(sketch -> sketch.life().startDay()));
        return planner.placed(sketches);
    }

    private List<Sketch> sketches() {
        List<Sketch> sketches = new ArrayList<>();
        int left = plan.seriesReports();
        int wanted = Math.min(LARGEST_WANTED, sizeMax);
        while (left > 0) {
            Crime crime = Crime.ring(dice);
            int size = fitting(limited(wanted, crime), left);
            sketches.add(new Sketch(dice.next(), crime, size, life(size)));
            left -= size;
            wanted = size();
        }
        return sketches;
    }

    /** Attacks on chosen organisations hit few. */
    private static int limited(int size, Crime crime) {
        boolean targeted = crime.hitsOrganisations() || crime == Crime.UNAUTHORISED_ACCESS;
        return targeted ? Math.min(size, TARGETED_SIZE_MAX) : size;
    }

    private static int fitting(int size, int left) {
        // One report left over would be a ring of one.
        return left - size < Ring.SIZE_MIN ? left : size;
    }

    private int size() {
        int size;
        do {
            double share = 1 - dice.unit();
            double drawn = Ring.SIZE_MIN * StrictMath.pow(share, -1 / (SIZE_EXPONENT - 1));
            size = (int) Math.min(drawn, Integer.MAX_VALUE);
        } while (size > sizeMax);
        return size;
    }

    private Ring.Life life(int size) {
        double wanted = 1 + StrictMath.pow(size, 0.75) * dice.between(0.7, 1.9);
        int days = (int) Math.clamp(wanted, 1, plan.days());
        return new Ring.Life(curve.pickDay(plan.days() - days, dice), days);
    }

    private List<Ring> placed(List<Sketch> sketches) {
        List<Ring> rings = new ArrayList<>(sketches.size());
        long serial = 0;
        for (Sketch sketch : sketches) {
            Ring ring =
                    new Ring(
                            rings.size() + 1,
                            sketch.seed(),
                            script(sketch, rings),
                            sketch.crime(),
                            sketch.size(),
                            sketch.life(),
                            serial,
                            bridge(sketch, rings));
            rings.add(ring);
            serial += ring.serials();
        }
        return rings;
    }

    /** What is drawn here is drawn apart: a country in which nobody copies stays as it is. */
    private long script(Sketch sketch, List<Ring> earlier) {
        Dice copying = Dice.of(sketch.seed(), COPYING);
        if (copying.chance(plan.misleading().copiedScripts())) {
            int last = Math.max(0, earlier.size() - BRIDGE_LOOK_BACK);
            for (int i = earlier.size() - 1; i >= last; i--) {
                Ring other = earlier.get(i);
                boolean works = other.life().covers(sketch.life().startDay());
                if (other.crime() == sketch.crime() && works) {
                    return other.script();
                }
            }
        }
        return sketch.seed();
    }

    /** An earlier ring of the same crime that still works. */
    private @Nullable Ring bridge(Sketch sketch, List<Ring> earlier) {
        boolean sized = sketch.size() >= BRIDGE_SIZE_MIN && sketch.size() <= BRIDGE_SIZE_MAX;
        if (!sized || !dice.chance(BRIDGE_SHARE)) {
            return null;
        }
        int last = Math.max(0, earlier.size() - BRIDGE_LOOK_BACK);
        for (int i = earlier.size() - 1; i >= last; i--) {
            Ring other = earlier.get(i);
            if (other.crime() == sketch.crime()
                    && other.size() >= BRIDGE_SIZE_MIN
                    && other.size() <= BRIDGE_SIZE_MAX
                    && other.life().covers(sketch.life().startDay())) {
                return other;
            }
        }
        return null;
    }
}
