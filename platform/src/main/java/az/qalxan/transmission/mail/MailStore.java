package az.qalxan.transmission.mail;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.NoticePost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps mails that go out and that came in. */
@Component
class MailStore {

    private static final int ROWS_MAX = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void queue(UUID id, MailDraft draft, String protection) {
        @Nullable UUID compartment =
                draft.guard().compartment() == null ? null : draft.guard().compartment().value();
        jdbc.sql(
                        """
                        insert into transmission.mail_out (
                          id, body, handling, compartment, recipient, subject, words, protection,
                          queued_at, next_at)
                        values (:id, :body, :handling, :compartment, :recipient, :subject, :words,
                          :protection, :at, :at)
                        """)
                .param("id", id)
                .param("body", draft.body().value())
                .param("handling", draft.guard().handling().rank())
                .param("compartment", compartment)
                .param("recipient", draft.to())
                .param("subject", draft.subject())
                .param("words", draft.text())
                .param("protection", protection)
                .param("at", now())
                .update();
        int place = 0;
        for (Attached file : draft.files()) {
            jdbc.sql(
                            """
                            insert into transmission.mail_out_file (
                              mail, place, name, media_type, content)
                            values (:id, :place, :name, :type, :content)
                            """)
                    .param("id", id)
                    .param("place", ++place)
                    .param("name", file.name())
                    .param("type", file.mediaType())
                    .param("content", file.content())
                    .update();
        }
    }

    /** Puts a notice on its way; false when that one is on its way already. */
    boolean queueNotice(UUID id, MailDraft draft, NoticeMail.Notice notice) {
        @Nullable UUID compartment =
                draft.guard().compartment() == null ? null : draft.guard().compartment().value();
        return jdbc.sql(
                                """
                                insert into transmission.mail_out (
                                  id, body, handling, compartment, recipient, subject, words,
                                  protection, queued_at, next_at, topic, notice_key, open_subject,
                                  open_words, give_up_at)
                                values (:id, :body, :handling, :compartment, :recipient, :subject,
                                  :words, 'notice', :at, :at, :topic, :key, :openSubject,
                                  :openWords, :giveUp)
                                on conflict (topic, notice_key) where topic <> '' do nothing
                                """)
                        .param("id", id)
                        .param("body", draft.body().value())
                        .param("handling", draft.guard().handling().rank())
                        .param("compartment", compartment)
                        .param("recipient", draft.to())
                        .param("subject", draft.subject())
                        .param("words", draft.text())
                        .param("at", now())
                        .param("topic", notice.ref().topic())
                        .param("key", notice.ref().key())
                        .param("openSubject", notice.openSubject())
                        .param("openWords", notice.openWords())
                        .param("giveUp", notice.giveUpAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** A notice that is put on its way with others. */
    record QueuedNotice(UUID id, MailDraft draft, NoticeMail.Notice notice) {}

    /** Puts notices on their way; the answer are the ids of those that were not on it before. */
    Set<UUID> queueNotices(List<QueuedNotice> all) {
        if (all.isEmpty()) {
            return Set.of();
        }
        List<UUID> taken =
                jdbc.sql(
                                """
                                insert into transmission.mail_out (
                                  id, body, handling, compartment, recipient, subject, words,
                                  protection, queued_at, next_at, topic, notice_key, open_subject,
                                  open_words, give_up_at)
                                select id, body, handling, compartment, recipient, subject, words,
                                  'notice', :at, :at, topic, key, open_subject, open_words, give_up
                                from unnest(cast(:ids as uuid[]), :bodies, :handlings,
                                  cast(:compartments as uuid[]), :recipients,
                                  :subjects, :words, :topics, :keys, :openSubjects, :openWords,
                                  cast(:giveUps as timestamptz[]))
                                  as n (id, body, handling, compartment, recipient,
                                  subject, words, topic, key, open_subject, open_words, give_up)
                                on conflict (topic, notice_key) where topic <> '' do nothing
                                returning id
                                """)
                        .param("at", now())
                        .param("ids", all.stream().map(QueuedNotice::id).toArray(UUID[]::new))
                        .param("bodies", texts(all, one -> one.draft().body().value()))
                        .param(
                                "handlings",
                                all.stream()
                                        .map(one -> one.draft().guard().handling().rank())
                                        .toArray(Integer[]::new))
                        .param(
                                "compartments",
                                all.stream().map(MailStore::compartment).toArray(UUID[]::new))
                        .param("recipients", texts(all, one -> one.draft().to()))
                        .param("subjects", texts(all, one -> one.draft().subject()))
                        .param("words", texts(all, one -> one.draft().text()))
                        .param("topics", texts(all, one -> one.notice().ref().topic()))
                        .param("keys", texts(all, one -> one.notice().ref().key()))
                        .param("openSubjects", texts(all, one -> one.notice().openSubject()))
                        .param("openWords", texts(all, one -> one.notice().openWords()))
                        .param(
                                "giveUps",
                                all.stream()
                                        .map(one -> one.notice().giveUpAt().toString())
                                        .toArray(String[]::new))
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
        Set<UUID> known = Set.copyOf(taken);
        keepFiles(all.stream().filter(one -> known.contains(one.id())).toList());
        return known;
    }

    private static @Nullable UUID compartment(QueuedNotice one) {
        return one.draft().guard().compartment() == null
                ? null
                : one.draft().guard().compartment().value();
    }

    private static String[] texts(List<QueuedNotice> all, Function<QueuedNotice, String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    private void keepFiles(List<QueuedNotice> notices) {
        List<UUID> mails = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Attached> files = new ArrayList<>();
        for (QueuedNotice one : notices) {
            for (Attached file : one.draft().files()) {
                mails.add(one.id());
                places.add(one.draft().files().indexOf(file) + 1);
                files.add(file);
            }
        }
        if (files.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into transmission.mail_out_file (
                          mail, place, name, media_type, content)
                        select * from unnest(cast(:mails as uuid[]), :places, :names, :types,
                          :contents)
                        """)
                .param("mails", mails.toArray(UUID[]::new))
                .param("places", places.toArray(Integer[]::new))
                .param("names", files.stream().map(Attached::name).toArray(String[]::new))
                .param("types", files.stream().map(Attached::mediaType).toArray(String[]::new))
                .param("contents", files.stream().map(Attached::content).toArray(byte[][]::new))
                .update();
    }

    /** A mail that the server took, and the notice that it is. */
    record Bounced(UUID mail, NoticePost.Ref ref) {}

    /** Notes that a notice came back; empty for another mail, or when that is known. */
    Optional<Bounced> bounce(UUID mail, String recipient) {
        return jdbc.sql(
                        """
                        update transmission.mail_out set trouble = 'bounced'
                        where id = :id and state = 'sent' and trouble <> 'bounced' and topic <> ''
                          and (:recipient = '' or lower(recipient) = :recipient)
                        returning topic, notice_key
                        """)
                .param("id", mail)
                .param("recipient", recipient)
                .query((row, number) ->
                        new Bounced(mail, new NoticePost.Ref(row.getString(1), row.getString(2))))
                .optional();
    }

    /**
     * A mail to send now.
     *
     * @param notice what it is more when it is a notice to one of our people; null otherwise
     */
    record Due(
            UUID id,
            String recipient,
            String subject,
            String words,
            String protection,
            int attempts,
            Instant queuedAt,
            NoticeMail.@Nullable Notice notice) {}

    /** The mail that waits longest; where nothing can be sent, only notices are asked for. */
    Optional<Due> due(boolean noticesAlone) {
        return jdbc.sql(
                        """
                        select id, recipient, subject, words, protection, attempts, queued_at,
                          topic, notice_key, open_subject, open_words, give_up_at
                        from transmission.mail_out
                        where state = 'queued' and next_at <= :now
                          and (not :noticesAlone or protection = 'notice')
                        order by next_at limit 1 for update skip locked
                        """)
                .param("now", now())
                .param("noticesAlone", noticesAlone)
                .query((row, number) ->
                        new Due(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                notice(row)))
                .optional();
    }

    private static NoticeMail.@Nullable Notice notice(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime giveUp = row.getObject("give_up_at", OffsetDateTime.class);
        return giveUp == null
                ? null
                : new NoticeMail.Notice(
                        new NoticePost.Ref(row.getString("topic"), row.getString("notice_key")),
                        row.getString("open_subject"),
                        row.getString("open_words"),
                        giveUp.toInstant());
    }

    List<Attached> files(UUID id) {
        return jdbc.sql(
                        """
                        select name, media_type, content from transmission.mail_out_file
                        where mail = :id order by place
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Attached(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    /** Notes an attempt; nobody else takes the mail for that long. */
    void begin(UUID id, Duration held) {
        jdbc.sql(
                        """
                        update transmission.mail_out
                        set attempts = attempts + 1, next_at = :next where id = :id
                        """)
                .param("next", clock.instant().plus(held).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** An attempt failed; the next one comes after that pause. */
    void trouble(UUID id, String trouble, Duration pause) {
        jdbc.sql(
                        """
                        update transmission.mail_out set trouble = :trouble, next_at = :next
                        where id = :id and state = 'queued'
                        """)
                .param("trouble", trouble)
                .param("next", clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** It is not tried again. */
    void refuse(UUID id) {
        jdbc.sql(
                        """
                        update transmission.mail_out set state = 'refused'
                        where id = :id and state = 'queued'
                        """)
                .param("id", id)
                .update();
    }

    void sent(UUID id, String sealedFor) {
        jdbc.sql(
                        """
                        update transmission.mail_out
                        set state = 'sent', sent_at = :at, sealed_for = :sealedFor, trouble = ''
                        where id = :id
                        """)
                .param("at", now())
                .param("sealedFor", sealedFor)
                .param("id", id)
                .update();
    }

    /** Sends what waits at once. */
    boolean again(UUID id) {
        return jdbc.sql(
                                """
                                update transmission.mail_out set next_at = :at
                                where id = :id and state = 'queued'
                                """)
                        .param("at", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Where a mail lay: a mailbox, the epoch of its numbers (RFC 9051 §2.3.1.1), the number. */
    record Place(String mailbox, long epoch, long uid) {}

    /** A mail that came. */
    record Came(UUID id, Place place, BodyCode body, byte[] original, MailOpening.Opened opened) {}

    /** False when it is here already. */
    boolean keep(Came mail, String digest) {
        MailOpening.Opened.@Nullable Readable read =
                mail.opened() instanceof MailOpening.Opened.Readable one ? one : null;
        MailOpening.Opened.@Nullable Unreadable wrong =
                mail.opened() instanceof MailOpening.Opened.Unreadable one ? one : null;
        return jdbc.sql(
                                """
                                insert into transmission.mail_in (
                                  id, mailbox, uid_epoch, uid, body, handling, arrived_at, digest,
                                  original, state, sender, message_id, subject, encrypted,
                                  verified_by, trouble, place)
                                values (:id, :mailbox, :epoch, :uid, :body, :handling, :at,
                                  :digest, :original, :state, :sender, :messageId, :subject,
                                  :encrypted, :verifiedBy, :trouble, :place)
                                on conflict (mailbox, uid_epoch, uid) do nothing
                                """)
                        .param("id", mail.id())
                        .param("mailbox", mail.place().mailbox())
                        .param("epoch", mail.place().epoch())
                        .param("uid", mail.place().uid())
                        .param("body", mail.body().value())
                        .param("handling", Handling.AMBER_STRICT.rank())
                        .param("at", now())
                        .param("digest", digest)
                        .param("original", mail.original())
                        .param("state", read == null ? "unreadable" : "read")
                        .param("sender", read == null ? "" : read.from())
                        .param("messageId", read == null ? "" : read.messageId())
                        .param("subject", read == null ? "" : read.subject())
                        .param("encrypted", read != null && read.encrypted())
                        .param("verifiedBy", read == null ? "" : read.verifiedBy())
                        .param("trouble", wrong == null ? "" : wrong.reason())
                        .param("place", wrong == null ? "" : wrong.place())
                        .update()
                == 1;
    }

    boolean known(Place place) {
        return jdbc.sql(
                        """
                        select exists (select from transmission.mail_in
                          where mailbox = :mailbox and uid_epoch = :epoch and uid = :uid)
                        """)
                .param("mailbox", place.mailbox())
                .param("epoch", place.epoch())
                .param("uid", place.uid())
                .query(Boolean.class)
                .single();
    }

    /** A mail for the list; {@code other} is the address at the other end. */
    record Row(
            UUID id,
            boolean out,
            String other,
            String subject,
            String state,
            String protection,
            String verifiedBy,
            String trouble,
            String place,
            int attempts,
            Instant at) {}

    List<Row> rows() {
        return jdbc.sql(
                        """
                        (select id, true as "out", recipient, subject, state, protection, '',
                           trouble, '', attempts, queued_at as at
                         from transmission.mail_out order by queued_at desc limit :most)
                        union all
                        (select id, false, sender, subject, state,
                           case when encrypted then 'encrypted' else 'open' end, verified_by,
                           trouble, place, 0, arrived_at
                         from transmission.mail_in order by arrived_at desc limit :most)
                        order by at desc limit :most
                        """)
                .param("most", ROWS_MAX)
                .query(MailStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }

    Optional<byte[]> original(UUID id) {
        return jdbc.sql("select original from transmission.mail_in where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
