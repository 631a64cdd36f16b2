package az.qalxan.cooperation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The duty desk.
 *
 * @param view open or all
 * @param more whether there is more than is shown
 * @param done the request that the caller has just acknowledged and may take back; null for none
 * @param gaps times in which the program was down lately, with what fell in them
 * @param troubles messages about open tasks that did not arrive, and tasks that nobody was told of
 * @param next the moment behind which the next page of all requests begins; empty on the last one
 */
record DeskPage(
        List<RequestLine> rows,
        DeskStore.Filter filter,
        String view,
        boolean more,
        DeskStore.Counts counts,
        List<OnDuty.Person> officers,
        List<OnDuty.Person> heads,
        @Nullable RequestLine done,
        List<Gap> gaps,
        List<NoticeStore.Trouble> troubles,
        String next) {

    DeskPage {
        rows = List.copyOf(rows);
        officers = List.copyOf(officers);
        heads = List.copyOf(heads);
        gaps = List.copyOf(gaps);
        troubles = List.copyOf(troubles);
    }

    /** A time in which the program was down, and requests with what should have been raised. */
    record Gap(Instant from, Instant until, List<Missed> missed) {

        Gap {
            missed = List.copyOf(missed);
        }
    }

    /** A task that was raised late, with the request that it belongs to. */
    record Missed(RequestLine line, DutyTask task) {}

    /** Tasks of which nobody at all was told. */
    List<NoticeStore.Trouble> nobody() {
        return troubles.stream().filter(NoticeStore.Trouble::nobody).toList();
    }

    /** Messages that did not go out. */
    List<NoticeStore.Trouble> undelivered() {
        return troubles.stream().filter(NoticeStore.Trouble::undelivered).toList();
    }

    boolean open() {
        return view.equals("open");
    }
}
