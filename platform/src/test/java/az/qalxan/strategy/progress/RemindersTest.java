package az.qalxan.strategy.progress;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.NoticeMoved;
import az.qalxan.transmission.NoticePost;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminders before reporting dates; each test uses a year of its own. */
@PlatformTest
class RemindersTest {

    @Autowired Reminders reminders;
    @Autowired ReminderStore store;
    @Autowired ReportingPack pack;
    @Autowired ApplicationEventPublisher events;
    @Autowired PlatformTransactionManager manager;

    @Test
    void theLatestReminderWhoseHourHasComeIsDue() {
        assertThat(due("2031-04-01T04:59:59Z")).isEmpty();
        assertThat(due("2031-04-01T05:00:00Z"))
                .contains(new Reminders.Due(date(4), Period.ofDays(14), false));
        assertThat(due("2031-04-09T00:00:00Z"))
                .as("a day that was missed is made up for")
                .contains(new Reminders.Due(date(4), Period.ofDays(14), true));
        assertThat(due("2031-04-12T05:00:00Z"))
                .contains(new Reminders.Due(date(4), Period.ofDays(3), false));
        assertThat(due("2031-04-15T19:00:00Z"))
                .as("on the day itself there is still time")
                .contains(new Reminders.Due(date(4), Period.ofDays(3), true));
        assertThat(due("2031-04-16T19:00:00Z")).isEmpty();
    }

    private static LocalDate date(int month) {
        return LocalDate.of(2031, month, 15);
    }

    private Optional<Reminders.Due> due(String moment) {
        return Reminders.due(pack, Instant.parse(moment));
    }

    @Test
    void eachReminderGoesOnceAndIsShown() {
        Instant morning = Instant.parse("2032-10-01T06:00:00Z");
        LocalDate due = LocalDate.of(2032, 10, 15);
        reminders.go(morning);
        List<Reminder> first = shown("rinn", due);
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().measures()).isNotEmpty();
        assertThat(first.getFirst().state())
                .as("the pack knows no address of it")
                .isEqualTo("on-page");
        reminders.go(morning.plusSeconds(3_600));
        reminders.go(morning.plusSeconds(86_400));
        assertThat(shown("rinn", due)).isEqualTo(first);
        reminders.go(Instant.parse("2032-10-12T06:00:00Z"));
        assertThat(shown("rinn", due)).hasSize(2);
        assertThat(shown("rinn", LocalDate.of(2032, 7, 15))).isEmpty();
    }

    /** The pack has one body with an address in its directory. */
    @Test
    void whoHasAnAddressIsWrittenToAndWhatBecomesOfItIsKept() {
        LocalDate due = LocalDate.of(2033, 1, 15);
        reminders.go(Instant.parse("2033-01-01T06:00:00Z"));
        List<Reminder> sent = shown("en", due);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().address()).contains("@");
        assertThat(sent.getFirst().state()).isEqualTo("handed");
        NoticePost.Ref ref = new NoticePost.Ref(Reminders.TOPIC, sent.getFirst().id().toString());
        moved(new NoticeMoved(ref, NoticeMoved.State.SENT, ""));
        assertThat(shown("en", due).getFirst().state()).isEqualTo("sent");
    }

    private void moved(NoticeMoved event) {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        new TransactionTemplate(manager)
                                .executeWithoutResult(status -> events.publishEvent(event)));
    }

    private List<Reminder> shown(String body, LocalDate due) {
        List<Reminder> found = new ArrayList<>();
        SignedIn.run(
                SignedIn.caller(body, Role.COORDINATOR),
                () ->
                        new TransactionTemplate(manager)
                                .executeWithoutResult(status ->
                                        store.of(body).stream()
                                                .filter(one -> one.dueOn().equals(due))
                                                .forEach(found::add)));
        return found;
    }
}
