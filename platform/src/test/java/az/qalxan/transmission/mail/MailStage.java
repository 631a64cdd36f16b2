package az.qalxan.transmission.mail;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.openpgp.PGPException;
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

    /** An OpenPGP key that was valid until an hour ago. */
    public String endedKey(String address) {
        try {
            return OpenPgpKeys.publicPart(
                    OpenPgpKeys.make(
                            address,
                            Duration.ofDays(1),
                            Date.from(
                                    context.getBean(Clock.class)
                                            .instant()
                                            .minus(Duration.ofHours(25))),
                            new SecureRandom()));
        } catch (PGPException e) {
            throw new AssertionError(e);
        }
    }

    /** Fetches what lies in the mailbox. */
    public void fetch(Instant moment) {
        WorkTime.run(moment, context.getBean(MailFetching.class)::fetchNew);
    }
}
