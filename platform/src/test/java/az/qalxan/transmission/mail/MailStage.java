package az.qalxan.transmission.mail;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** Mail of the running platform, sent and fetched at a moment of the test's choice. */
public record MailStage(ApplicationContext context) {

    /** Hands everything that is due then to the mail server. */
    public void send(Instant moment) {
        MailSending sending = context.getBean(MailSending.class);
        WorkTime.run(
                moment,
                () ->
                        ActingAs.run(
                                TransactionIdentity.job("test"),
                                () -> {
                                    while (sending.sendNext()) {
                                        Thread.onSpinWait();
                                    }
                                }));
    }

    /** Fetches what lies in the mailbox. */
    public void fetch(Instant moment) {
        WorkTime.run(moment, context.getBean(MailFetching.class)::fetchNew);
    }
}
