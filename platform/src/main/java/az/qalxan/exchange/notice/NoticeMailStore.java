package az.qalxan.exchange.notice;

import static az.qalxan.exchange.notice.NoticeWritingStore.array;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the mails that carried notices, and what became of each. */
@Component
class NoticeMailStore {

    private final JdbcClient jdbc;

    NoticeMailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail that carries a notice. */
    record Mail(
            UUID id,
            UUID notice,
            UUID channel,
            String address,
            String kind,
            String state,
            String trouble,
            Instant at) {}

    void mailed(List<Mail> mails) {
        jdbc.sql(
                        """
                        insert into exchange.notice_mail (
                          id, notice_id, channel_id, kind, state, trouble, at)
                        select * from unnest(cast(:ids as uuid[]), cast(:notices as uuid[]),
                          cast(:channels as uuid[]), :kinds, :states, :troubles,
                          cast(:at as timestamptz[]))
                        """)
                .param("ids", array(mails, Mail::id, UUID[]::new))
                .param("notices", array(mails, Mail::notice, UUID[]::new))
                .param("channels", array(mails, Mail::channel, UUID[]::new))
                .param("kinds", array(mails, Mail::kind, String[]::new))
                .param("states", array(mails, Mail::state, String[]::new))
                .param("troubles", array(mails, Mail::trouble, String[]::new))
                .param("at", array(mails, one -> one.at().toString(), String[]::new))
                .update();
    }

    /** Notes what became of a mail; the answer is the mail. */
    Optional<Mail> moved(UUID mail, String state, String trouble, Instant at) {
        jdbc.sql(
                        """
                        update exchange.notice_mail
                        set state = :state, trouble = :trouble, moved_at = :at where id = :id
                        """)
                .param("id", mail)
                .param("state", state)
                .param("trouble", trouble)
                .param("at", OwnerStore.utc(at))
                .update();
        return mails("m.id = :id", mail).stream().findFirst();
    }

    List<Mail> mailsOf(UUID notice) {
        return mails("m.notice_id = :id", notice);
    }

    private List<Mail> mails(String condition, UUID id) {
        return jdbc.sql(
                        """
                        select m.id, m.notice_id, m.channel_id, c.address, m.kind, m.state,
                          m.trouble, m.at from exchange.notice_mail m
                        join exchange.owner_channel c on c.id = m.channel_id where
                        """
                                + condition
                                + " order by m.at, m.id")
                .param("id", id)
                .query((row, number) ->
                        new Mail(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()))
                .list();
    }
}
