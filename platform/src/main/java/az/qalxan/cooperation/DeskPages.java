package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the desk and the wall. */
@Component
class DeskPages {

    /** Rows of the desk. */
    static final int ROWS = 100;

    /** Rows of the wall, so that they are readable from afar. */
    static final int WALL_ROWS = 8;

    private static final Duration GAPS_SHOWN = Duration.ofHours(24);
    private static final int MISSED_SHOWN = 20;

    /** A message is under way no longer than that; then the desk shows it. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private static final int TROUBLES_SHOWN = 20;

    private final DeskStore store;
    private final RequestStore requests;
    private final RoundStore rounds;
    private final TaskStore tasks;
    private final NoticeStore notices;
    private final OnDuty roster;
    private final Clock clock;

    DeskPages(
            DeskStore store,
            RequestStore requests,
            RoundStore rounds,
            TaskStore tasks,
            NoticeStore notices,
            OnDuty roster,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.rounds = rounds;
        this.tasks = tasks;
        this.notices = notices;
        this.roster = roster;
        this.clock = clock;
    }

    /** What the desk is asked for. */
    record Asked(String view, DeskStore.Filter filter, @Nullable Instant before, String done) {}

    DeskPage desk(Caller caller, Asked asked) {
        Instant now = clock.instant();
        BodyCode body = caller.body();
        List<RequestLine> found = rows(body, asked, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<RequestLine> shown = more ? found.subList(0, ROWS) : found;
        return new DeskPage(
                shown,
                asked.filter(),
                asked.view(),
                more,
                store.counts(body, now),
                roster.at(body, "officer", now),
                roster.at(body, "head", now),
                undoable(asked.done(), caller, now),
                gaps(now),
                troubles(body, now),
                more && asked.view().equals("all")
                        ? shown.getLast().head().createdAt().toString()
                        : "");
    }

    List<RequestLine> rows(BodyCode body, Asked asked, int rows) {
        Instant before = asked.before();
        return asked.view().equals("all")
                ? store.all(
                        body,
                        asked.filter(),
                        before == null ? clock.instant().plusSeconds(1) : before,
                        rows)
                : store.open(body, asked.filter(), rows);
    }

    private @Nullable RequestLine undoable(String number, Caller caller, Instant now) {
        if (!RequestNumber.fits(number)) {
            return null;
        }
        return requests.find(new RequestNumber(number))
                .filter(line ->
                        line.request() instanceof Request.Acknowledged taken
                                && taken.officer().account().equals(caller.account().toString())
                                && now.isBefore(taken.since().plus(RequestMove.UNDO)))
                .orElse(null);
    }

    private List<NoticeStore.Trouble> troubles(BodyCode body, Instant now) {
        return notices.inTrouble(body, now.minus(UNDER_WAY), TROUBLES_SHOWN);
    }

    private List<DeskPage.Gap> gaps(Instant now) {
        return rounds.since(now.minus(GAPS_SHOWN)).stream()
                .map(gap -> new DeskPage.Gap(gap.from(), gap.until(), missed(gap)))
                .filter(gap -> !gap.missed().isEmpty())
                .toList();
    }

    private List<DeskPage.Missed> missed(RoundStore.Downtime gap) {
        List<TaskStore.Due> due = tasks.missedIn(gap.id(), MISSED_SHOWN);
        Map<UUID, RequestLine> lines =
                requests.of(due.stream().map(TaskStore.Due::request).toList()).stream()
                        .collect(Collectors.toMap(line -> line.head().id(), Function.identity()));
        return due.stream()
                .flatMap(one ->
                        Stream.ofNullable(lines.get(one.request()))
                                .map(line -> new DeskPage.Missed(line, one.task())))
                .toList();
    }

    /**
     * The wall: what runs out next, to be read from afar.
     *
     * @param troubles messages that did not arrive, and tasks that nobody was told of
     * @param alarm how many moments have passed or come within ten minutes, and troubles: the sound
     *     of the wall
     */
    record WallPage(
            List<RequestLine> rows,
            DeskStore.Counts counts,
            List<OnDuty.Person> officers,
            int troubles,
            int alarm,
            Instant now) {

        WallPage {
            rows = List.copyOf(rows);
            officers = List.copyOf(officers);
        }
    }

    private static final Duration ALARM = Duration.ofMinutes(10);

    WallPage wall(Caller caller) {
        Instant now = clock.instant();
        List<RequestLine> rows = store.open(caller.body(), DeskStore.Filter.ALL, WALL_ROWS);
        int alarm =
                (int)
                        rows.stream()
                                .map(RequestLine::next)
                                .filter(next -> next != null && next.at().isBefore(now.plus(ALARM)))
                                .count();
        int troubles = troubles(caller.body(), now).size();
        return new WallPage(
                rows,
                store.counts(caller.body(), now),
                roster.at(caller.body(), "officer", now),
                troubles,
                alarm + troubles,
                now);
    }
}
