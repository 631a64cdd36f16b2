package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.directory.ContactPoint;
import az.qalxan.directory.Directory;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the pages of meetings, items, decisions and tasks show. */
@Component
class MeetingPages {

    private final Meetings meetings;
    private final MeetingStore store;
    private final AgendaStore agendas;
    private final MeetingDecisionStore decisions;
    private final MeetingTaskStore tasks;
    private final MinutesStore minutes;
    private final AgendaSources registers;
    private final Directory directory;
    private final CommissionPack pack;
    private final Clock clock;

    MeetingPages(
            Meetings meetings,
            MeetingStore store,
            AgendaStore agendas,
            MeetingDecisionStore decisions,
            MeetingTaskStore tasks,
            MinutesStore minutes,
            AgendaSources registers,
            Directory directory,
            CommissionPack pack,
            Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.agendas = agendas;
        this.decisions = decisions;
        this.tasks = tasks;
        this.minutes = minutes;
        this.registers = registers;
        this.directory = directory;
        this.pack = pack;
        this.clock = clock;
    }

    /** The list: meetings to come and held ones, and the tasks that wait for the caller. */
    record ListPage(
            List<Meeting> coming,
            List<Meeting> held,
            List<Task> own,
            List<Task> answered,
            BodyBook bodies,
            CommissionPack pack,
            LocalDate today) {

        ListPage {
            coming = List.copyOf(coming);
            held = List.copyOf(held);
            own = List.copyOf(own);
            answered = List.copyOf(answered);
        }
    }

    ListPage list(Caller caller) {
        List<Meeting> all = store.latest();
        String body = caller.body().value();
        List<Task> running = tasks.running();
        return new ListPage(
                all.stream().filter(one -> one.planned() || one.open()).toList().reversed(),
                all.stream().filter(one -> !one.planned() && !one.open()).toList(),
                running.stream()
                        .filter(one -> one.body().equals(body) && one.state() == Task.State.OPEN)
                        .toList(),
                running.stream()
                        .filter(one -> !one.body().equals(body))
                        .filter(one -> one.state() == Task.State.ANSWERED)
                        .toList(),
                bodies(),
                pack,
                registers.today());
    }

    LocalDate today() {
        return registers.today();
    }

    BodyBook bodies() {
        return registers.book();
    }

    /** A seat and who is in it now. */
    record SeatLine(Seat seat, boolean there, String standIn) {}

    /** An agenda's line with what became of it. */
    record ItemLine(Agenda.Line line, int votes, int decisions, int papers) {

        String key() {
            return line.topic().key();
        }

        boolean worded() {
            return line.item() != null && !line.item().words().isEmpty();
        }
    }

    /** A meeting: seats, quorum, agenda, decisions, minutes, history. */
    record MeetingPage(
            Meeting meeting,
            List<SeatLine> seats,
            Quorum quorum,
            List<ItemLine> lines,
            List<Decision> decisions,
            List<Task> tasks,
            List<MeetingStep> steps,
            List<Minutes> minutes,
            BodyBook bodies,
            List<PostChoice> posts,
            CommissionPack pack,
            String marked,
            LocalDate today) {

        MeetingPage {
            seats = List.copyOf(seats);
            lines = List.copyOf(lines);
            decisions = List.copyOf(decisions);
            tasks = List.copyOf(tasks);
            steps = List.copyOf(steps);
            minutes = List.copyOf(minutes);
            posts = List.copyOf(posts);
        }

        List<ItemLine> on() {
            return lines.stream().filter(one -> one.line().on()).toList();
        }

        List<ItemLine> off() {
            return lines.stream().filter(one -> !one.line().on()).toList();
        }

        @Nullable Seat presiding() {
            return seats.stream()
                    .map(SeatLine::seat)
                    .filter(one -> one.id().equals(meeting.presiding()))
                    .findAny()
                    .orElse(null);
        }
    }

    /** A post of a body that can be chosen for a seat. */
    record PostChoice(String body, String title) {}

    MeetingPage meeting(long number, String marked, String language) {
        Meeting meeting = meetings.find(number);
        List<Seat> seats = store.seats(meeting.id());
        Attendance attendance = Attendance.of(seats, store.presence(meeting.id()), pack.rules());
        List<Decision> decided = decisions.ofMeeting(meeting.id());
        return new MeetingPage(
                meeting,
                seats.stream()
                        .map(one ->
                                new SeatLine(one, attendance.there(one), attendance.standIn(one)))
                        .toList(),
                attendance.quorum(),
                lines(meeting, decided),
                decided,
                tasks.ofMeeting(meeting.id()),
                store.steps(meeting.id()),
                minutes.versions(meeting.id()),
                bodies(),
                posts(language),
                pack,
                marked,
                registers.today());
    }

    private List<PostChoice> posts(String language) {
        List<PostChoice> choices = new ArrayList<>();
        directory
                .duties()
                .forEach((body, duties) -> {
                    for (ContactPoint.Duty duty : duties) {
                        choices.add(new PostChoice(body.value(), duty.title().in(language)));
                    }
                });
        return choices;
    }

    private List<ItemLine> lines(Meeting meeting, List<Decision> decided) {
        Map<UUID, Long> votes =
                decisions.votes(meeting.id()).stream()
                        .collect(Collectors.groupingBy(Vote::item, Collectors.counting()));
        Map<UUID, Long> taken =
                decided.stream()
                        .collect(Collectors.groupingBy(Decision::item, Collectors.counting()));
        Map<UUID, Long> papers =
                agendas.papers(meeting.id()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        AgendaStore.Filed::item, Collectors.counting()));
        return registers.agenda(meeting).lines().stream()
                .map(one ->
                        new ItemLine(one, count(votes, one), count(taken, one), count(papers, one)))
                .toList();
    }

    private static int count(Map<UUID, Long> counts, Agenda.Line line) {
        AgendaItem item = line.item();
        return item == null ? 0 : counts.getOrDefault(item.id(), 0L).intValue();
    }

    /** An item of an agenda with everything that belongs to it. */
    record ItemPage(
            Meeting meeting,
            Agenda.Line line,
            List<AgendaStore.Paper> papers,
            List<AgendaStore.Wording> wordings,
            List<Vote> votes,
            List<DecisionPage> decisions,
            List<Seat> voters,
            Quorum quorum,
            List<Decision> standing,
            boolean wordable,
            BodyBook bodies,
            int taskDays,
            LocalDate today) {

        ItemPage {
            papers = List.copyOf(papers);
            wordings = List.copyOf(wordings);
            votes = List.copyOf(votes);
            decisions = List.copyOf(decisions);
            voters = List.copyOf(voters);
            standing = List.copyOf(standing);
        }

        int version() {
            return line.item() == null ? 0 : line.item().version();
        }

        String words() {
            return line.item() == null ? "" : line.item().words();
        }

        /** Wordings that came too late and stand nowhere else. */
        List<AgendaStore.Wording> lost() {
            return wordings.stream().filter(one -> !one.taken()).toList();
        }
    }

    ItemPage item(long number, String key) {
        Meeting meeting = meetings.find(number);
        Agenda.Line line =
                registers
                        .agenda(meeting)
                        .line(key)
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        @Nullable AgendaItem item = line.item();
        Attendance attendance =
                Attendance.of(
                        store.seats(meeting.id()), store.presence(meeting.id()), pack.rules());
        List<Decision> decided =
                decisions.ofMeeting(meeting.id()).stream()
                        .filter(one -> item != null && one.item().equals(item.id()))
                        .toList();
        return new ItemPage(
                meeting,
                line,
                item == null ? List.of() : papers(meeting, item),
                item == null ? List.of() : agendas.wordings(item.id()),
                decisions.votes(meeting.id()).stream()
                        .filter(one -> item != null && one.item().equals(item.id()))
                        .toList(),
                decided.stream().map(this::decision).toList(),
                attendance.voters(),
                attendance.quorum(),
                meeting.open() ? decisions.standing() : List.of(),
                wordable(meeting),
                bodies(),
                pack.taskDays(),
                registers.today());
    }

    private boolean wordable(Meeting meeting) {
        if (meeting.closed()) {
            return minutes.versions(meeting.id()).getLast().open();
        }
        return meeting.planned() || meeting.open();
    }

    private List<AgendaStore.Paper> papers(Meeting meeting, AgendaItem item) {
        return agendas.papers(meeting.id()).stream()
                .filter(one -> one.item().equals(item.id()))
                .map(AgendaStore.Filed::paper)
                .toList();
    }

    /** A decision with its tasks. */
    record DecisionPage(Decision decision, List<Task> tasks, BodyBook bodies, LocalDate today) {

        DecisionPage {
            tasks = List.copyOf(tasks);
        }
    }

    DecisionPage decision(long number) {
        return decision(
                decisions.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
    }

    private DecisionPage decision(Decision one) {
        return new DecisionPage(
                one, tasks.ofDecisions(List.of(one.number())), bodies(), registers.today());
    }

    /** What is asked of the list of tasks. */
    enum Which {
        RUNNING,
        OVERDUE,
        ANSWERED,
        OWN,
        ENDED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Which of(String code) {
            for (Which one : values()) {
                if (one.code().equals(code)) {
                    return one;
                }
            }
            return RUNNING;
        }
    }

    /** The list of tasks. */
    record TasksPage(Which which, List<Task> tasks, BodyBook bodies, LocalDate today) {

        TasksPage {
            tasks = List.copyOf(tasks);
        }
    }

    TasksPage tasks(Which which, Caller caller) {
        LocalDate today = registers.today();
        String body = caller.body().value();
        List<Task> found =
                switch (which) {
                    case RUNNING -> tasks.running();
                    case OVERDUE ->
                            tasks.running().stream().filter(one -> one.overdue(today)).toList();
                    case ANSWERED ->
                            tasks.running().stream()
                                    .filter(one -> one.state() == Task.State.ANSWERED)
                                    .toList();
                    case OWN ->
                            tasks.running().stream()
                                    .filter(one -> one.body().equals(body))
                                    .toList();
                    case ENDED -> tasks.ended();
                };
        return new TasksPage(which, found, bodies(), today);
    }

    /** A task with what became of it. */
    record TaskPage(
            Task task,
            Decision decision,
            List<TaskStep> steps,
            BodyBook bodies,
            Caller caller,
            int taskDays,
            LocalDate today) {

        TaskPage {
            steps = List.copyOf(steps);
        }

        boolean own() {
            return caller.body().value().equals(task.body());
        }
    }

    TaskPage task(Task task, Caller caller) {
        return new TaskPage(
                task,
                decisions
                        .find(task.decision())
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)),
                tasks.steps(task.id()),
                bodies(),
                caller,
                pack.taskDays(),
                registers.today());
    }

    /** What a measure's page tells of decisions about it. */
    record MeasurePage(List<DecisionPage> decisions) {

        MeasurePage {
            decisions = List.copyOf(decisions);
        }
    }

    @Transactional(readOnly = true)
    public MeasurePage about(String measure) {
        return new MeasurePage(decisions.about(measure).stream().map(this::decision).toList());
    }

    /** How often the plan of the meeting was changed, and when last: for its invitation. */
    Invitation invitation(Meeting meeting, String title, String words) {
        List<MeetingStep> changes =
                store.steps(meeting.id()).stream()
                        .filter(one ->
                                one.kind() == MeetingStep.Kind.MOVED
                                        || one.kind() == MeetingStep.Kind.CANCELLED)
                        .toList();
        Instant made = changes.isEmpty() ? clock.instant() : changes.getLast().at();
        return new Invitation(
                meeting.id(),
                changes.size(),
                meeting.state() == Meeting.State.CANCELLED,
                meeting.plan().start(),
                made,
                title,
                meeting.plan().place(),
                words);
    }
}
