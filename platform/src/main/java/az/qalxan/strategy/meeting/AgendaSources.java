package az.qalxan.strategy.meeting;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Dissolution;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationNames;
import az.qalxan.jurisdiction.Jurisdiction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds in the registers what a meeting has to speak about. */
@Component
class AgendaSources {

    private final Watched watched;
    private final MeetingTaskStore tasks;
    private final MeetingDecisionStore decisions;
    private final MeetingStore meetings;
    private final AgendaStore agendas;
    private final Directory directory;
    private final ZoneId zone;
    private final Clock clock;

    AgendaSources(
            Watched watched,
            MeetingTaskStore tasks,
            MeetingDecisionStore decisions,
            MeetingStore meetings,
            AgendaStore agendas,
            Directory directory,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.watched = watched;
        this.tasks = tasks;
        this.decisions = decisions;
        this.meetings = meetings;
        this.agendas = agendas;
        this.directory = directory;
        this.zone = jurisdiction.zone();
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The agenda of the meeting as it is now; before the opening it follows the registers. */
    Agenda agenda(Meeting meeting) {
        List<AgendaItem> kept = agendas.items(meeting.id());
        return meeting.planned() ? Agenda.of(kept, topics(meeting)) : Agenda.frozen(kept);
    }

    /** What has a narrower marking than the meeting is left out: its readers may not know of it. */
    private List<Topic> topics(Meeting meeting) {
        Handling top = meeting.plan().handling();
        LocalDate today = today();
        Instant now = clock.instant();
        Set<String> bodies = bodies();
        return Topics.of(
                new Topics.Found(
                        watched.lagging(now),
                        tasks.running().stream()
                                .filter(one -> one.handling().compareTo(top) <= 0)
                                .filter(one -> one.overdue(today) || !bodies.contains(one.body()))
                                .toList(),
                        decisions.ranOut(today).stream()
                                .filter(one -> one.handling().compareTo(top) <= 0)
                                .toList(),
                        carried(meeting),
                        bodies));
    }

    private List<Topic> carried(Meeting meeting) {
        return meetings.closedBefore(meeting.plan().start()).stream()
                .filter(one -> one.plan().handling().compareTo(meeting.plan().handling()) <= 0)
                .flatMap(one -> agendas.items(one.id()).stream())
                .filter(item -> item.state() == AgendaItem.State.CARRIED)
                .map(AgendaItem::topic)
                .filter(topic -> topic.kind() == Topic.Kind.OWN)
                .toList();
    }

    /** The codes of all bodies that there are; one that was dissolved can be given nothing. */
    Set<String> bodies() {
        return book().standing();
    }

    /** How bodies are called today, which of them are no more, and who goes on with their work. */
    BodyBook book() {
        OrganisationNames names = directory.names();
        LocalDate today = today();
        List<Organisation> all = directory.organisations();
        Map<String, String> successors = new HashMap<>();
        Set<String> standing = new HashSet<>();
        for (Organisation one : all) {
            names.end(one.code(), today)
                    .ifPresentOrElse(
                            end -> successors.put(one.code().value(), successor(end)),
                            () -> standing.add(one.code().value()));
        }
        return BodyBook.of(all, standing, successors);
    }

    private static String successor(Dissolution end) {
        @Nullable BodyCode successor = end.successor();
        return successor == null ? "" : successor.value();
    }
}
