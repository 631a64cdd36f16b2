package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests in one line each, for the modules that tell of them. */
@Component
public class DutyGlance {

    private static final int ROWS = 100;

    private final DeskStore desk;
    private final RequestStore store;

    DutyGlance(DeskStore desk, RequestStore store) {
        this.desk = desk;
        this.store = store;
    }

    /**
     * A request in one line.
     *
     * @param kind message key {@code duty.kind.<kind>}
     * @param state message key {@code duty.state.<state>}
     * @param next message key {@code duty.next.<next>}; empty when nothing runs
     */
    public record Line(
            UUID id,
            String number,
            String kind,
            String state,
            String country,
            String subject,
            @Nullable Instant nextAt,
            String next) {

        public String path() {
            return "/duty/requests/" + number;
        }
    }

    /** What changed for that body since a moment. */
    @Transactional(readOnly = true)
    public List<Line> changedSince(BodyCode body, Instant since) {
        return desk.changedSince(body, since, ROWS).stream().map(DutyGlance::line).toList();
    }

    /** What runs out for that body before a moment. */
    @Transactional(readOnly = true)
    public List<Line> runningOut(BodyCode body, Instant before) {
        return desk.open(body, DeskStore.Filter.ALL, ROWS).stream()
                .map(DutyGlance::line)
                .filter(line -> line.nextAt() != null && line.nextAt().isBefore(before))
                .toList();
    }

    /** Those of the requests that the caller may see, as they are now. */
    @Transactional(readOnly = true)
    public List<Line> seen(Collection<UUID> ids) {
        return store.of(ids).stream().map(DutyGlance::line).toList();
    }

    private static Line line(RequestLine line) {
        NextMoment next = line.next();
        return new Line(
                line.head().id(),
                line.head().number().value(),
                line.kind(),
                line.request().code(),
                line.head().counterpart().state(),
                line.head().substance().subject(),
                next == null ? null : next.at(),
                next == null ? "" : next.code());
    }
}
