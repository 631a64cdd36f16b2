package az.qalxan.strategy.meeting;

import az.qalxan.jurisdiction.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What minutes say, complete in itself: nothing of it is looked up elsewhere when it is shown, so
 * that it says in ten years what was signed. The words around it are of either language.
 *
 * @param presiding code of the body that led the meeting
 */
record MinutesContent(
        long meeting,
        int version,
        String reason,
        Words title,
        Instant start,
        String place,
        String handling,
        Instant opened,
        Instant closed,
        String presiding,
        List<Attendee> seats,
        List<Change> changes,
        List<Entry> items) {

    private static final JsonMapper JSON = JsonMapper.shared();

    MinutesContent {
        seats = List.copyOf(seats);
        changes = List.copyOf(changes);
        items = List.copyOf(items);
    }

    /** A body as it was called on the day. */
    record Named(String code, String acronym, Words name) {}

    /** A seat, and when somebody sat in it. */
    record Attendee(
            String role,
            Named body,
            String post,
            String person,
            boolean votes,
            List<Attendance.Stretch> there) {

        /** Copies. */
        Attendee {
            there = List.copyOf(there);
        }
    }

    /** The quorum was lost or came back. */
    record Change(String kind, Instant at) {}

    /** An item of the agenda and what became of it. */
    record Entry(
            Topic topic,
            Words heading,
            String state,
            String reason,
            String words,
            List<AgendaStore.Paper> papers,
            List<Voted> votes,
            List<Decided> decisions) {

        /** Copies. */
        Entry {
            papers = List.copyOf(papers);
            votes = List.copyOf(votes);
            decisions = List.copyOf(decisions);
        }
    }

    /** A vote. */
    record Voted(String question, Vote.Count count, List<Vote.Ballot> ballots) {

        /** Copies. */
        Voted {
            ballots = List.copyOf(ballots);
        }
    }

    /** A decision and the tasks that came of it. */
    record Decided(
            long number,
            Words words,
            List<String> measures,
            @Nullable LocalDate until,
            @Nullable Long reverses,
            List<Given> tasks) {

        /** Copies. */
        Decided {
            measures = List.copyOf(measures);
            tasks = List.copyOf(tasks);
        }
    }

    /** A task as it was given. */
    record Given(
            long number,
            Named body,
            Words words,
            int workingDays,
            LocalDate due,
            boolean provisional) {}

    String json() {
        return JSON.writeValueAsString(this);
    }

    byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    static MinutesContent parse(String json) {
        return JSON.readValue(json, MinutesContent.class);
    }
}
