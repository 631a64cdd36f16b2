package az.qalxan.monitoring.incident;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.directory.Directory;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.HandDeliveries;
import az.qalxan.transmission.HandDelivery;
import az.qalxan.transmission.SecurePost;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells another centre or body of an incident, by secure mail or by hand, in one step. */
@Component
class Informing {

    static final int WORDS_MIN = 10;
    static final int WORDS_MAX = 8_000;
    private static final int ROWS_MAX = 100;
    private static final String MAIL = "mail";
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final IncidentSteps steps;
    private final NoticeText text;
    private final SecurePost post;
    private final HandDeliveries hands;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    Informing(
            JdbcClient jdbc,
            Incidents incidents,
            IncidentSteps steps,
            NoticeText text,
            SecurePost post,
            HandDeliveries hands,
            Directory directory,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.steps = steps;
        this.text = text;
        this.post = post;
        this.hands = hands;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What goes, and how.
     *
     * @param receiver code of the organisation
     * @param way mail, or a way of deliveries by hand
     * @param address of mail; empty otherwise
     */
    record Wanted(String receiver, String way, String address, String words) {}

    /** A notice that went. */
    record Sent(
            String receiver,
            String way,
            String address,
            String protection,
            Instant at,
            String author) {}

    @Transactional
    public void tell(String number, Wanted wanted, Caller caller) {
        Incident incident = incidents.view(number);
        if (!incidents.mayTell(incident, caller)) {
            throw ProblemFound.of(IncidentProblem.NOT_YOURS);
        }
        check(wanted);
        boolean mail = wanted.way().equals(MAIL);
        SecurePost.@Nullable Queued queued = mail ? post(incident, wanted, caller) : null;
        if (!mail) {
            byHand(incident, wanted, caller);
        }
        keep(incident, wanted, queued, caller);
        steps.add(
                incident.id(),
                new IncidentSteps.Step(
                        clock.instant(), "notified", caller.name(), wanted.receiver(), ""));
        audit.record(
                IncidentAct.NOTIFIED,
                Judging.subject(incident.number()),
                Map.of("receiver", wanted.receiver(), "way", wanted.way()));
    }

    private void check(Wanted wanted) {
        int length = wanted.words().strip().length();
        if (length < WORDS_MIN || length > WORDS_MAX) {
            throw wrong("words", "incident.wrong.length", length, WORDS_MIN, WORDS_MAX);
        }
        if (!wanted.way().equals(MAIL) && !HandDelivery.WAYS.contains(wanted.way())) {
            throw wrong("way", "incident.wrong.way", wanted.way());
        }
        if (!wanted.receiver().matches(CODE)
                || directory.organisation(new BodyCode(wanted.receiver())).isEmpty()) {
            throw wrong("receiver", "incident.wrong.receiver", wanted.receiver());
        }
    }

    private static ProblemFound wrong(String field, String key, Object... arguments) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at(field, key, arguments)));
    }

    private SecurePost.Queued post(Incident incident, Wanted wanted, Caller caller) {
        SecurePost.Letter letter =
                new SecurePost.Letter(
                        caller.body(),
                        new Guard(incident.handling(), null),
                        address(wanted.address().strip()),
                        text.subject(incident),
                        wanted.words().strip(),
                        List.of(
                                new Attached(
                                        incident.number() + ".json",
                                        "application/json",
                                        text.json(incident).getBytes(StandardCharsets.UTF_8))));
        return switch (post.post(letter)) {
            case SecurePost.Queued queued -> queued;
            case SecurePost.NoKey none ->
                    throw ProblemFound.of(IncidentProblem.NO_KEY, none.recipient());
        };
    }

    private static String address(String typed) {
        if (!typed.matches("[^\\s@]{1,64}@[^\\s@]{3,190}")) {
            throw wrong("address", "incident.wrong.address", typed);
        }
        return typed;
    }

    private void byHand(Incident incident, Wanted wanted, Caller caller) {
        hands.record(
                new HandDelivery(
                        caller.body(),
                        new Guard(incident.handling(), null),
                        true,
                        wanted.way(),
                        "incident",
                        incident.number().value(),
                        wanted.receiver(),
                        caller.name(),
                        clock.instant(),
                        wanted.words().strip(),
                        null),
                caller.name());
    }

    private void keep(
            Incident incident, Wanted wanted, SecurePost.@Nullable Queued queued, Caller caller) {
        jdbc.sql(
                        """
                        insert into monitoring.incident_notice (incident_id, receiver, way, address,
                          mail, protection, words, at, author)
                        values (:incident, :receiver, :way, :address, cast(:mail as uuid),
                          :protection, :words, :at, :author)
                        """)
                .param("incident", incident.id())
                .param("receiver", wanted.receiver())
                .param("way", wanted.way())
                .param("address", wanted.address().strip())
                .param("mail", queued == null ? null : queued.mail().toString())
                .param("protection", queued == null ? "" : queued.protection())
                .param("words", wanted.words().strip())
                .param("at", AlertStore.utc(clock.instant()))
                .param("author", caller.name())
                .update();
    }

    /** What went about an incident. */
    List<Sent> of(UUID incident) {
        return jdbc.sql(
                        """
                        select receiver, way, address, protection, at, author
                        from monitoring.incident_notice where incident_id = :id
                        order by at, id limit :most
                        """)
                .param("id", incident)
                .param("most", ROWS_MAX)
                .query((row, number) ->
                        new Sent(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                AlertStore.instant(row, 5),
                                row.getString(6)))
                .list();
    }
}
