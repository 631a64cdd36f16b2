package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the page of a request. */
@Component
class RequestPages {

    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Requests requests;
    private final RequestStore store;
    private final BasisStore bases;
    private final TermStore terms;
    private final TaskStore tasks;
    private final StepStore steps;
    private final NoticeStore notices;
    private final CaseLinks links;
    private final Directory directory;
    private final CooperationPack pack;
    private final Clock clock;

    RequestPages(
            Requests requests,
            RequestStore store,
            BasisStore bases,
            TermStore terms,
            TaskStore tasks,
            StepStore steps,
            NoticeStore notices,
            CaseLinks links,
            Directory directory,
            CooperationPack pack,
            Clock clock) {
        this.requests = requests;
        this.store = store;
        this.bases = bases;
        this.terms = terms;
        this.tasks = tasks;
        this.steps = steps;
        this.notices = notices;
        this.links = links;
        this.directory = directory;
        this.pack = pack;
        this.clock = clock;
    }

    RequestPage of(RequestLine line, Caller caller) {
        UUID id = line.head().id();
        Instant now = clock.instant();
        List<Term> clocks = terms.of(id);
        List<DutyTask> work = tasks.of(id);
        return new RequestPage(
                line,
                bases.of(id),
                clocks,
                work,
                ClockPicture.of(clocks, work, now),
                steps.answers(id),
                steps.history(id),
                notices.of(id),
                requests.release(line.request(), now),
                followed(line.head().follows()),
                line.head().preservation() ? store.following(id) : List.of(),
                links.cases(id),
                bodies(),
                undoable(line.request(), caller, now),
                FIELD.format(now.atZone(pack.zone())),
                now);
    }

    private @Nullable RequestLine followed(@Nullable UUID preservation) {
        return preservation == null
                ? null
                : store.of(List.of(preservation)).stream().findFirst().orElse(null);
    }

    private static boolean undoable(Request request, Caller caller, Instant now) {
        return request instanceof Request.Acknowledged taken
                && taken.officer().account().equals(caller.account().toString())
                && now.isBefore(taken.since().plus(RequestMove.UNDO));
    }

    private List<Organisation> bodies() {
        return directory.organisations().stream()
                .filter(one -> one.kinds().contains(OrganisationKind.COMPETENT_BODY))
                .toList();
    }
}
