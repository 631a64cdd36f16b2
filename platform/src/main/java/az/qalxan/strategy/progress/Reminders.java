package az.qalxan.strategy.progress;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.Directory;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.Plan;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.NoticeMoved;
import az.qalxan.transmission.NoticePost;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds bodies before a reporting date of running measures about which they have said nothing
 * since the reporting date before. Each reminder goes once; after a standstill the latest one due
 * is made up for and says so.
 */
@Component
class Reminders {

    static final String TOPIC = "plan-report";

    /** Reminders go in the morning, when somebody reads them. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("progress");
    private static final int MEASURES_NAMED = 20;

    private final ReminderStore store;
    private final ProgressStore record;
    private final Progress progress;
    private final Plans plans;
    private final ReportingPack pack;
    private final Directory directory;
    private final NoticePost post;
    private final Texts texts;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reminders(
            ReminderStore store,
            ProgressStore record,
            Progress progress,
            Plans plans,
            ReportingPack pack,
            Directory directory,
            NoticePost post,
            Texts texts,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.store = store;
        this.record = record;
        this.progress = progress;
        this.plans = plans;
        this.pack = pack;
        this.directory = directory;
        this.post = post;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /**
     * A reminder that is due for everybody.
     *
     * @param missed whether its day is over already
     */
    record Due(LocalDate on, Period ahead, boolean missed) {}

    @Scheduled(initialDelay = 60, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            go(clock.instant());
        } catch (DataAccessException e) {
            LOG.error("reminders of reporting dates failed; they are tried again", e);
        }
    }

    /** Sends what is due at that moment and has not gone yet. */
    void go(Instant now) {
        due(pack, now).ifPresent(due -> ActingAs.run(JOB, () -> everybody(due, now)));
    }

    /** The latest reminder before the next reporting date whose hour has come. */
    static Optional<Due> due(ReportingPack pack, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, pack.zone());
        LocalDate date = pack.next(today);
        return pack.reminders().reversed().stream()
                .filter(ahead -> !morning(pack, date.minus(ahead)).isAfter(now))
                .findFirst()
                .map(ahead -> new Due(date, ahead, date.minus(ahead).isBefore(today)));
    }

    private static Instant morning(ReportingPack pack, LocalDate day) {
        return day.atTime(MORNING).atZone(pack.zone()).toInstant();
    }

    private void everybody(Due due, Instant now) {
        Optional<Plan> plan = plans.current();
        if (plan.isEmpty()) {
            return;
        }
        Map<BodyCode, List<String>> unsaid =
                transaction.execute(status -> unsaid(plan.get(), due, now));
        if (unsaid != null) {
            unsaid.forEach((body, measures) ->
                    transaction.executeWithoutResult(
                            status -> remind(due, new Told(body, measures), now)));
        }
    }

    /** Of each body that was not reminded yet, the measures about which it has said nothing. */
    private Map<BodyCode, List<String>> unsaid(Plan plan, Due due, Instant now) {
        Set<String> done = store.reminded(due.on(), due.ahead());
        Instant since = morning(pack, pack.before(due.on()));
        List<Entry> said = record.between(since, now);
        Map<MeasureCode, MeasureStanding> standings = progress.standings(now);
        return plan.bodies().stream()
                .filter(body -> !done.contains(body.value()))
                .collect(
                        Collectors.toMap(
                                body -> body,
                                body ->
                                        plan.of(body).stream()
                                                .filter(one -> runs(one, standings, now))
                                                .filter(one -> !spoke(said, one, body))
                                                .map(one -> one.code().value())
                                                .toList()));
    }

    private boolean runs(
            PlanMeasure measure, Map<MeasureCode, MeasureStanding> standings, Instant now) {
        MeasureStanding standing = standings.get(measure.code());
        boolean done =
                standing != null
                        && !measure.measure().span().isOpen()
                        && standing.stage(Stage.FINAL).reached();
        Integer from = measure.measure().span().fromYear();
        return !done && (from == null || from <= LocalDate.ofInstant(now, pack.zone()).getYear());
    }

    private static boolean spoke(List<Entry> said, PlanMeasure measure, BodyCode body) {
        return said.stream()
                .anyMatch(one ->
                        one.body().equals(body.value())
                                && !one.isVerdict()
                                && one.place().measure().equals(measure.code()));
    }

    /** A body and the measures about which it has said nothing. */
    private record Told(BodyCode body, List<String> measures) {}

    private void remind(Due due, Told told, Instant now) {
        if (told.measures().isEmpty()) {
            return;
        }
        List<String> addresses = addresses(told.body());
        if (addresses.isEmpty()) {
            note(reminder(due, told, "", now));
        }
        addresses.forEach(address -> note(reminder(due, told, address, now)));
    }

    private List<String> addresses(BodyCode body) {
        return directory.contact(body).stream()
                .flatMap(contact -> contact.channels().stream())
                .filter(one -> one.kind().endsWith("mail"))
                .map(one -> one.value())
                .distinct()
                .toList();
    }

    private static Reminder reminder(Due due, Told told, String address, Instant now) {
        return new Reminder(
                UUID.randomUUID(),
                due.on(),
                due.ahead(),
                told.body().value(),
                address,
                now,
                told.measures(),
                due.missed(),
                address.isEmpty() ? "on-page" : "handed",
                "");
    }

    /** Goes to the mail in the transaction that notes it: neither without the other. */
    private void note(Reminder one) {
        if (!store.note(one)) {
            return;
        }
        audit.record(
                ProgressAct.REMINDED,
                AuditSubject.of("reminder", one.id()),
                Map.of("body", one.body(), "due", one.dueOn().toString()));
        if (!one.address().isEmpty() && post.post(letter(one)) == NoticePost.Posted.NO_ADDRESS) {
            store.settle(one.id(), "failed", "no-address", one.at());
        }
    }

    private NoticePost.Note letter(Reminder one) {
        Text text = texts.in(Language.AZ);
        String date = text.date(one.dueOn());
        String named =
                one.measures().stream().limit(MEASURES_NAMED).collect(Collectors.joining(", "));
        return new NoticePost.Note(
                new NoticePost.Ref(TOPIC, one.id().toString()),
                new BodyCode(one.body()),
                new Guard(Handling.CLEAR, null),
                one.address(),
                new NoticePost.Words(
                        one.dueOn().toString(),
                        "/strategy/progress",
                        text.of("progress.mail.subject", date),
                        text.of("progress.mail.words", date, one.measures().size(), named)));
    }

    @EventListener
    void on(NoticeMoved moved) {
        if (!moved.ref().topic().equals(TOPIC)) {
            return;
        }
        String state =
                switch (moved.state()) {
                    case SENT -> "sent";
                    case TROUBLED -> "handed";
                    case GIVEN_UP, BOUNCED -> "failed";
                };
        store.settle(UUID.fromString(moved.ref().key()), state, moved.trouble(), clock.instant());
    }
}
