package az.qalxan.series;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.context.ApplicationContext;

/** Reports that say nothing to each other but what a test wants them to, and a quiet queue. */
final class SeriesStage {

    private static final long LOOK_MILLIS = 20;

    private final Intake intake;
    private final Linking linking;
    private final Random random;

    SeriesStage(ApplicationContext context, long seed) {
        this.intake = context.getBean(Intake.class);
        this.linking = context.getBean(Linking.class);
        this.random = new Random(seed);
    }

    /** A domain that no other report has, and whose pattern none has either. */
    String domain() {
        return word(14) + ".example";
    }

    private String word(int letters) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    /** A story without any word that another story has. */
    private String story() {
        StringBuilder story = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            story.append(word(6 + random.nextInt(4))).append(' ');
        }
        return story.toString().strip();
    }

    NewReport report(Instant at, String category, String... domains) {
        return new NewReport(
                category,
                at,
                at,
                "baku",
                Channel.WEB,
                "az",
                story() + ". Sayt: " + String.join(" və ", domains),
                null,
                List.of(domains),
                "",
                Contact.NONE);
    }

    /** The same report by somebody who left that address. */
    static NewReport by(String email, NewReport one) {
        return new NewReport(
                one.category(),
                one.happenedAt(),
                one.reportedAt(),
                one.region(),
                one.channel(),
                one.language(),
                one.story(),
                one.loss(),
                one.usedAgainst(),
                one.onBehalfOf(),
                new Contact("", "", email));
    }

    List<Receipt> receive(NewReport... reports) {
        return ActingAs.call(
                TransactionIdentity.job("test"), () -> intake.receiveAll(List.of(reports)));
    }

    ReportId receiveOne(NewReport report) {
        return receive(report).getFirst().id();
    }

    /** Returns when nothing waits to be linked. */
    void settle() throws InterruptedException {
        while (linking.waiting() > 0) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
