package az.qalxan.strategy.meeting;

import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes minutes from what was noted at a meeting; nobody types them. */
@Component
class MinutesMaking {

    private final MeetingStore meetings;
    private final AgendaStore agendas;
    private final MeetingDecisionStore decisions;
    private final MeetingTaskStore tasks;
    private final Directory directory;
    private final CommissionPack pack;
    private final Texts texts;

    MinutesMaking(
            MeetingStore meetings,
            AgendaStore agendas,
            MeetingDecisionStore decisions,
            MeetingTaskStore tasks,
            Directory directory,
            CommissionPack pack,
            Texts texts) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.decisions = decisions;
        this.tasks = tasks;
        this.directory = directory;
        this.pack = pack;
        this.texts = texts;
    }

    MinutesContent content(Meeting meeting, Minutes minutes) {
        List<Seat> seats = meetings.seats(meeting.id());
        Names names = Names.of(directory.organisations());
        return new MinutesContent(
                meeting.number(),
                minutes.version(),
                minutes.reason(),
                meeting.plan().title(),
                meeting.plan().start(),
                meeting.plan().place(),
                meeting.plan().handling().label(),
                moment(meeting.openedAt()),
                moment(meeting.closedAt()),
                seats.stream()
                        .filter(one -> one.id().equals(meeting.presiding()))
                        .map(Seat::body)
                        .findAny()
                        .orElse(""),
                attendees(meeting, seats, names),
                meetings.steps(meeting.id()).stream()
                        .filter(one ->
                                one.kind() == MeetingStep.Kind.QUORUM_LOST
                                        || one.kind() == MeetingStep.Kind.QUORUM_BACK)
                        .map(one -> new MinutesContent.Change(one.kind().code(), one.at()))
                        .toList(),
                entries(meeting, names));
    }

    private static Instant moment(@Nullable Instant at) {
        if (at == null) {
            throw new IllegalStateException("minutes are of meetings that were held");
        }
        return at;
    }

    private List<MinutesContent.Attendee> attendees(
            Meeting meeting, List<Seat> seats, Names names) {
        List<MinutesContent.Attendee> found = new ArrayList<>();
        Attendance.of(seats, meetings.presence(meeting.id()), pack.rules())
                .stretches()
                .forEach((seat, there) ->
                        found.add(
                                new MinutesContent.Attendee(
                                        seat.role().code(),
                                        names.of(seat.body()),
                                        seat.post(),
                                        seat.person(),
                                        seat.votes(),
                                        there)));
        return found;
    }

    private List<MinutesContent.Entry> entries(Meeting meeting, Names names) {
        List<AgendaStore.Filed> papers = agendas.papers(meeting.id());
        List<Vote> votes = decisions.votes(meeting.id());
        List<Decision> decided = decisions.ofMeeting(meeting.id());
        List<Task> given = tasks.ofMeeting(meeting.id());
        return agendas.items(meeting.id()).stream()
                .map(item ->
                        new MinutesContent.Entry(
                                item.topic(),
                                heading(item.topic(), names),
                                item.state().code(),
                                item.reason(),
                                item.words(),
                                papers.stream()
                                        .filter(one -> one.item().equals(item.id()))
                                        .map(AgendaStore.Filed::paper)
                                        .toList(),
                                voted(votes, item.id()),
                                decided.stream()
                                        .filter(one -> one.item().equals(item.id()))
                                        .map(one -> decided(one, given, names))
                                        .toList()))
                .toList();
    }

    private Words heading(Topic topic, Names names) {
        String acronym = topic.subject().isEmpty() ? "" : names.of(topic.subject()).acronym();
        return new Words(
                TopicWords.heading(topic, acronym, texts.in(Language.AZ)),
                TopicWords.heading(topic, acronym, texts.in(Language.EN)));
    }

    private static List<MinutesContent.Voted> voted(List<Vote> votes, UUID item) {
        return votes.stream()
                .filter(one -> one.item().equals(item))
                .map(one -> new MinutesContent.Voted(one.question(), one.count(), one.ballots()))
                .toList();
    }

    /** Tasks are told as they were given, whatever became of them since. */
    private MinutesContent.Decided decided(Decision one, List<Task> given, Names names) {
        return new MinutesContent.Decided(
                one.number(),
                one.words(),
                one.measures(),
                one.until(),
                one.reverses(),
                given.stream()
                        .filter(task -> task.decision() == one.number())
                        .map(task -> given(task, names))
                        .toList());
    }

    private MinutesContent.Given given(Task task, Names names) {
        List<TaskStep> steps = tasks.steps(task.id());
        TaskStep set = steps.getFirst();
        String body =
                steps.stream()
                        .filter(step -> step.kind() == TaskStep.Kind.HANDED_ON)
                        .map(step -> step.hand().from())
                        .findFirst()
                        .orElse(task.body());
        boolean counted = set.due().equals(task.due().on());
        return new MinutesContent.Given(
                task.number(),
                names.of(body),
                task.words(),
                task.due().workingDays(),
                set.due(),
                counted && task.due().provisional());
    }

    /** How bodies are called today. */
    private record Names(Map<String, Organisation> byCode) {

        static Names of(List<Organisation> all) {
            Map<String, Organisation> byCode = new HashMap<>();
            all.forEach(one -> byCode.put(one.code().value(), one));
            return new Names(byCode);
        }

        MinutesContent.Named of(String code) {
            Organisation known = byCode.get(code);
            if (known == null) {
                return new MinutesContent.Named(code, code, new Words(code, code));
            }
            return new MinutesContent.Named(code, known.acronym(), known.name());
        }
    }
}
