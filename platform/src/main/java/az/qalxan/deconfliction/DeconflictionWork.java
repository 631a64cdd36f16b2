package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for an official between bodies, for the first page. */
@Component
public class DeconflictionWork {

    /** Where a count of hits ends: each asks for both sides, and nobody reads a thousand. */
    public static final int COUNTED_MAX = 200;

    private final JdbcClient jdbc;
    private final WatchStore watches;
    private final HoldStore holds;
    private final RuleBook book;

    DeconflictionWork(JdbcClient jdbc, WatchStore watches, HoldStore holds, RuleBook book) {
        this.jdbc = jdbc;
        this.watches = watches;
        this.holds = holds;
        this.book = book;
    }

    /**
     * The counts.
     *
     * @param questions of other bodies that the caller's has to answer
     * @param hits of which nothing has been made yet, counted up to {@link #COUNTED_MAX}
     * @param news entries of the caller's watch list whose identifier appeared
     * @param ending entries of the caller that end soon
     * @param holds sources of the caller's body that wait for a second person
     * @param alarms of which nobody of the caller's body took note
     */
    public record Waiting(int questions, int hits, int news, int ending, int holds, int alarms) {}

    /** What waits for that caller now. */
    @Transactional(readOnly = true)
    public Waiting waitingFor(Caller caller) {
        String body = caller.body().value();
        WatchStore.Waiting own =
                watches.waiting(
                        caller.account().toString(), Duration.ofDays(book.rules().reminderDays()));
        HoldStore.Waiting held = holds.waiting(body);
        return new Waiting(
                questions(body), hits(body), own.news(), own.ending(), held.holds(), held.alarms());
    }

    private int questions(String body) {
        return jdbc.sql(
                        """
                        select count(*) from deconfliction.ask
                        where owner = :body and state = 'asked'
                        """)
                .param("body", body)
                .query(Integer.class)
                .single();
    }

    private int hits(String body) {
        return jdbc.sql(
                        """
                        select count(*) from (
                          select s.hit_id from deconfliction.side s
                          where s.body = :body and not s.set_aside and not exists (
                            select from deconfliction.ask a where a.hit_id = s.hit_id)
                          limit :most) as counted
                        """)
                .param("body", body)
                .param("most", COUNTED_MAX)
                .query(Integer.class)
                .single();
    }
}
