package az.qalxan.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People of the tests of this module. */
record Stage(ApplicationContext context) {

    static final Caller ADMINISTRATOR = SignedIn.caller("dtx", Role.ADMINISTRATOR);
    static final Caller COORDINATOR = SignedIn.caller("xritdx", Role.COORDINATOR);
    static final Caller OFFICER = SignedIn.caller("dtx", Role.DUTY_OFFICER);

    void admit(PeerForm form) {
        Peers peers = context.getBean(Peers.class);
        SignedIn.run(
                ADMINISTRATOR, () -> assertThat(peers.enter(ADMINISTRATOR.name(), form)).isEmpty());
        SignedIn.run(COORDINATOR, () -> peers.decide(COORDINATOR, form.code(), true));
    }

    <T> T system(Supplier<T> work) {
        return as(TransactionIdentity.job("test"), work);
    }

    <T> T as(TransactionIdentity who, Supplier<T> work) {
        TransactionTemplate transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return ActingAs.call(
                who,
                () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    List<String> alarms(String owner) {
        return system(() ->
                context.getBean(AlarmStore.class).all().stream()
                        .filter(alarm -> alarm.owner().equals(owner))
                        .map(AlarmStore.Alarm::reason)
                        .toList());
    }
}
