package az.qalxan.strategy.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes onto an agenda by itself, and what people make of it. */
class AgendaTest {

    private static final Words WORDS = new Words("Mətn", "");

    private static Lagging lagging(String code, String lead, String... flags) {
        return new Lagging(code, WORDS, lead, Set.of(flags));
    }

    private static Task task(long number, String body) {
        LocalDate day = LocalDate.of(2026, 11, 2);
        return new Task(
                UUID.randomUUID(),
                number,
                UUID.randomUUID(),
                1,
                body,
                Handling.GREEN,
                WORDS,
                new Task.Due(day, 5, day.plusDays(7), false, List.of()),
                Task.State.OPEN,
                0);
    }

    private static Decision decision(long number) {
        return new Decision(
                UUID.randomUUID(),
                number,
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                null,
                WORDS,
                List.of(),
                LocalDate.of(2026, 11, 1),
                null,
                null,
                Handling.GREEN,
                Instant.EPOCH);
    }

    private static List<Topic> topics() {
        return Topics.of(
                new Topics.Found(
                        List.of(
                                lagging("8.1.1.1", "rinn", "late", "silent"),
                                lagging("8.1.1.2", "rinn", "silent"),
                                lagging("8.2.1.1", "dtx", "without-evidence"),
                                lagging("8.3.1.1", "dtx", "disputed")),
                        List.of(task(7, "din"), task(8, "gone")),
                        List.of(decision(3)),
                        List.of(Topics.own("x", WORDS)),
                        Set.of("rinn", "dtx", "din")));
    }

    private static List<String> keys(Agenda agenda) {
        return agenda.lines().stream().map(one -> one.topic().key()).toList();
    }

    @Test
    void theAgendaComposesItselfFromTheRegisters() {
        List<Topic> topics = topics();
        assertThat(topics.stream().map(Topic::key))
                .containsExactly(
                        "own:x",
                        "measure:8.3.1.1",
                        "task:7",
                        "task:8",
                        "decision:3",
                        "body:rinn",
                        "body:dtx");
        assertThat(topics.get(3).points().getFirst().flags()).containsExactly("no-body");
        assertThat(topics.get(5).points().getFirst().flags()).containsExactly("late", "silent");
    }

    /** Acronyms that the directory does not know still make a key that the table takes. */
    @Test
    void aBodyWithoutCodeHasAKey() {
        List<Topic> topics =
                Topics.of(
                        new Topics.Found(
                                List.of(lagging("8.4.2", "İnfrastruktur subyektləri", "late")),
                                List.of(),
                                List.of(),
                                List.of(),
                                Set.of()));
        assertThat(Topic.isKey(topics.getFirst().key())).isTrue();
        assertThat(topics.getFirst().subject()).isEqualTo("İnfrastruktur subyektləri");
    }

    private static AgendaItem item(int place, Topic topic, AgendaItem.State state) {
        return new AgendaItem(
                UUID.randomUUID(),
                place,
                topic,
                state,
                state == AgendaItem.State.DROPPED ? "səbəb" : "",
                "",
                0,
                "Katib");
    }

    @Test
    void whatPeopleKeptStaysFirstAndTheRestFollows() {
        List<Topic> topics = topics();
        Agenda agenda =
                Agenda.of(
                        List.of(
                                item(1, topics.get(5), AgendaItem.State.ON),
                                item(2, topics.get(2), AgendaItem.State.DROPPED)),
                        topics);
        assertThat(keys(agenda))
                .containsExactly(
                        "body:rinn",
                        "task:7",
                        "own:x",
                        "measure:8.3.1.1",
                        "task:8",
                        "decision:3",
                        "body:dtx");
        assertThat(agenda.moved("own:x", true))
                .as("goes over the dropped one")
                .startsWith("own:x", "body:rinn", "task:7");
        assertThat(agenda.moved("body:rinn", true)).isEqualTo(keys(agenda));
        assertThat(agenda.moved("body:dtx", false)).isEqualTo(keys(agenda));
    }

    @Test
    void whatWasSettledMeanwhileSaysSo() {
        Topic settled = topics().get(2);
        Agenda agenda = Agenda.of(List.of(item(0, settled, AgendaItem.State.ON)), List.of());
        assertThat(agenda.lines().getFirst().current()).isFalse();
        Topic own = Topics.own("y", WORDS);
        assertThat(
                        Agenda.of(List.of(item(0, own, AgendaItem.State.ON)), List.of())
                                .lines()
                                .getFirst()
                                .current())
                .isTrue();
    }

    @Test
    void aTaskIsJudgedByAnotherBodyOnly() {
        Task open = task(1, "din");
        Task answered = TaskDesk.with(open, "din", open.due(), Task.State.ANSWERED);
        TaskMove.Who own = new TaskMove.Who("a", "din", "");
        TaskMove.Who judge = new TaskMove.Who("b", "dtx", "a");
        assertThat(TaskMove.refusal(open, TaskStep.Kind.ANSWERED, own)).isEmpty();
        assertThat(TaskMove.refusal(open, TaskStep.Kind.ANSWERED, judge))
                .contains(TaskMove.Refusal.OTHER_BODY);
        assertThat(TaskMove.refusal(open, TaskStep.Kind.ACCEPTED, judge))
                .contains(TaskMove.Refusal.STATE);
        assertThat(TaskMove.refusal(answered, TaskStep.Kind.ACCEPTED, judge)).isEmpty();
        assertThat(
                        TaskMove.refusal(
                                answered,
                                TaskStep.Kind.ACCEPTED,
                                new TaskMove.Who("c", "din", "a")))
                .contains(TaskMove.Refusal.SAME_BODY);
        assertThat(
                        TaskMove.refusal(
                                answered,
                                TaskStep.Kind.GIVEN_BACK,
                                new TaskMove.Who("a", "dtx", "a")))
                .contains(TaskMove.Refusal.OWN_ANSWER);
        Task done = TaskDesk.with(open, "din", open.due(), Task.State.DONE);
        for (TaskStep.Kind kind : TaskStep.Kind.values()) {
            assertThat(TaskMove.refusal(done, kind, judge)).as(kind.code()).isPresent();
        }
    }

    @Test
    void onlyOpenTasksAreOverdue() {
        Task open = task(1, "din");
        LocalDate after = open.due().on().plusDays(1);
        assertThat(open.overdue(open.due().on())).isFalse();
        assertThat(open.overdue(after)).isTrue();
        assertThat(TaskDesk.with(open, "din", open.due(), Task.State.ANSWERED).overdue(after))
                .isFalse();
    }
}
