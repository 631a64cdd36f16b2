package az.qalxan.statistics.measure;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Reach;
import az.qalxan.access.Right;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.measure.Asked.Sight;
import az.qalxan.statistics.measure.Asked.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Which question the caller may ask of what was typed. */
@Component
class Reached {

    private static final Right READ = Right.parse("statistics:read");

    private final AccessPolicy policy;
    private final CurrentCaller callers;
    private final ZoneId zone;
    private final Clock clock;

    Reached(AccessPolicy policy, CurrentCaller callers, Jurisdiction jurisdiction, Clock clock) {
        this.policy = policy;
        this.callers = callers;
        this.zone = jurisdiction.zone();
        this.clock = clock;
    }

    Asked everybody(Typed period) {
        return period.years(today());
    }

    /** Any day, for those who may read the figures of every body; the others see what all see. */
    Asked official(Typed period) {
        return policy.ceiling(callers.require(), READ, Reach.ANY).isPresent()
                ? period.days(Sight.ALL, today())
                : everybody(period);
    }

    Asked own(Typed period) {
        return period.days(Sight.OWN, today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
