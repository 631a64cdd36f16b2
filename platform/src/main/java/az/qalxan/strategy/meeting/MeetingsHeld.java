package az.qalxan.strategy.meeting;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What meetings were held and what came of them, for reports. */
@Component
public class MeetingsHeld {

    private final MeetingStore meetings;
    private final MeetingDecisionStore decisions;
    private final MeetingTaskStore tasks;

    MeetingsHeld(MeetingStore meetings, MeetingDecisionStore decisions, MeetingTaskStore tasks) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.tasks = tasks;
    }

    /**
     * A meeting and the counts of what came of it.
     *
     * @param tasks those of the asked body, or of all
     * @param running of them those that are not done
     * @param overdue of them those whose day is over
     */
    public record Held(
            long number,
            Words title,
            Instant start,
            Handling handling,
            int decisions,
            int tasks,
            int running,
            int overdue) {}

    /**
     * The closed meetings of a time that the caller may see, the oldest first.
     *
     * @param body whose tasks are counted; null for those of all
     * @param today the day by which a task is overdue
     */
    @Transactional(readOnly = true)
    public List<Held> between(Instant from, Instant until, @Nullable String body, LocalDate today) {
        return meetings.latest().stream()
                .filter(Meeting::closed)
                .filter(one -> !one.plan().start().isBefore(from))
                .filter(one -> one.plan().start().isBefore(until))
                .sorted(java.util.Comparator.comparing(one -> one.plan().start()))
                .map(one -> held(one, body, today))
                .toList();
    }

    private Held held(Meeting meeting, @Nullable String body, LocalDate today) {
        List<Task> given =
                tasks.ofMeeting(meeting.id()).stream()
                        .filter(one -> body == null || one.body().equals(body))
                        .toList();
        return new Held(
                meeting.number(),
                meeting.plan().title(),
                meeting.plan().start(),
                meeting.plan().handling(),
                decisions.ofMeeting(meeting.id()).size(),
                given.size(),
                (int) given.stream().filter(Task::runs).count(),
                (int) given.stream().filter(one -> one.overdue(today)).count());
    }
}
