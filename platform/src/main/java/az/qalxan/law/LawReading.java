package az.qalxan.law;

import az.qalxan.engines.law.StateCode;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the law that an address asks for. */
@Component
class LawReading {

    private final LawShelf shelf;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    LawReading(LawShelf shelf, Jurisdiction jurisdiction, Clock clock) {
        this.shelf = shelf;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** The law of that day as known then; both as texts of an address, empty for now. */
    LawView of(String on, String known) {
        return of(asOf(on, known));
    }

    AsOf asOf(String on, String known) {
        return AsOf.read(on, known, today(), jurisdiction.zone());
    }

    LawView of(AsOf as) {
        @Nullable Instant moment = as.known();
        Known known = moment == null ? shelf.now() : shelf.at(moment);
        if (moment != null && known.isEmpty()) {
            throw ProblemFound.of(LawProblem.NOTHING_KNOWN, as.knownDay());
        }
        return new LawView(known, as, home());
    }

    LawView now() {
        return of("", "");
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }

    Instant moment() {
        return clock.instant();
    }

    private StateCode home() {
        return StateCode.of(jurisdiction.code());
    }
}
