package az.qalxan.evidence;

import az.qalxan.casework.CaseHandedOver;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.CaseSecluded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets exhibits stand where their cases stand, in the transaction that moves a case. */
@Component
class ExhibitFollowing {

    private final JdbcClient jdbc;

    ExhibitFollowing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseSecluded moved) {
        follow(moved.number());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseHandedOver moved) {
        follow(moved.number());
    }

    private void follow(CaseNumber number) {
        jdbc.sql("select evidence.follow_cases(array[:number])")
                .param("number", number.value())
                .query((row, count) -> true)
                .single();
    }
}
