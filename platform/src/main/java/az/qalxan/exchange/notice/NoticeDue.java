package az.qalxan.exchange.notice;

import az.qalxan.engines.law.WorkingCalendar;
import az.qalxan.law.Law;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/**
 * By when an answer is expected. What is grave does not wait for Monday; for the rest every begun
 * day of the pack's hours is a working day, so that no clock runs out on a holiday.
 */
@Component
class NoticeDue {

    private final NoticePack pack;
    private final Law law;

    NoticeDue(NoticePack pack, Law law) {
        this.pack = pack;
        this.law = law;
    }

    /** Until when the first answer is expected of a notice that is written now. */
    Instant answer(boolean grave, Instant now) {
        return after(grave, pack.times(grave).acknowledge(), now);
    }

    /** When the next step follows if none came. */
    Instant step(boolean grave, Instant now) {
        return after(grave, pack.times(grave).step(), now);
    }

    private Instant after(boolean grave, Duration span, Instant now) {
        return grave ? now.plus(span) : working(law.calendar(), now.atZone(pack.zone()), span);
    }

    static Instant working(WorkingCalendar calendar, ZonedDateTime from, Duration span) {
        int days = Math.toIntExact(span.plusDays(1).minusNanos(1).toDays());
        return calendar.plus(from.toLocalDate(), days)
                .date()
                .atTime(from.toLocalTime())
                .atZone(from.getZone())
                .toInstant();
    }
}
