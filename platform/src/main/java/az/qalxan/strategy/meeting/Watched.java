package az.qalxan.strategy.meeting;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the progress of the plan says about measures that ask for attention. */
@Component
class Watched {

    /** The measures that are late, silent, without evidence or disputed at that moment. */
    List<Lagging> lagging(Instant now) {
        return List.of();
    }
}
