package az.qalxan.casework;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who works on a case. What a restricted case shows to whom, its compartment decides. */
@Component
public class CaseMembers {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseMembers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those who work on it now, the lead first. */
    @Transactional(readOnly = true)
    public List<CaseMember> of(CaseHead head) {
        return jdbc.sql(
                        """
                        select account, name, lead from casework.member
                        where case_id = :id and left_at is null
                        order by lead desc, name collate database.az
                        """)
                .param("id", head.id())
                .query((row, number) ->
                        new CaseMember(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    /** Lets a person work on the case; whoever does already is left as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean join(CaseHead head, CaseMember member) {
        return jdbc.sql(
                                """
                                insert into casework.member as m
                                  (case_id, account, name, lead, since)
                                values (:id, :account, :name, :lead, :at)
                                on conflict on constraint member_once do update
                                set name = :name, lead = :lead, since = :at, left_at = null
                                where m.left_at is not null
                                """)
                        .param("id", head.id())
                        .param("account", member.account())
                        .param("name", member.name())
                        .param("lead", member.lead())
                        .param("at", CaseStore.utc(clock.instant()))
                        .update()
                == 1;
    }

    /** Ends a person's work on the case; the lead stays until another one is named. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean leave(CaseHead head, String account) {
        return jdbc.sql(
                                """
                                update casework.member set left_at = :at
                                where case_id = :id and account = :account and left_at is null
                                  and not lead
                                """)
                        .param("at", CaseStore.utc(clock.instant()))
                        .param("id", head.id())
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Names another member the lead; false when that is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lead(CaseHead head, String account) {
        return jdbc.sql(
                                """
                                update casework.member set lead = (account = :account)
                                where case_id = :id and left_at is null
                                  and exists (
                                    select from casework.member m
                                    where m.case_id = :id and m.account = :account
                                      and m.left_at is null)
                                """)
                        .param("id", head.id())
                        .param("account", account)
                        .update()
                > 0;
    }
}
