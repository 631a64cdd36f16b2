package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Words;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Organisations of a test's own, with ways to reach them. */
public record DirectoryStage(ApplicationContext context) {

    /** A new operator; the answer is its code. */
    public String operator(String name) {
        String code = "w-" + UUID.randomUUID().toString().substring(0, 8);
        Words words = new Words(name, name);
        Organisation one =
                new Organisation(
                        new BodyCode(code),
                        name + " " + code,
                        words,
                        List.of(OrganisationKind.OPERATOR),
                        false,
                        new Words("sınaq", "test"));
        ActingAs.run(
                TransactionIdentity.job("test"),
                () -> context.getBean(NewOrganisations.class).introduce(one));
        return code;
    }

    public void mail(String organisation, String address) {
        reach(organisation, ChannelKind.E_MAIL, address);
    }

    public void phone(String organisation, String number) {
        reach(organisation, ChannelKind.PHONE, number);
    }

    private void reach(String organisation, ChannelKind kind, String value) {
        Channel channel =
                new Channel(
                        UUID.randomUUID(),
                        organisation,
                        null,
                        new ChannelAddress(kind, value, "", false),
                        ChannelStatus.UNVERIFIED,
                        null,
                        "");
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        context.getBean(TransactionTemplate.class)
                                .executeWithoutResult(_ ->
                                        context.getBean(ChannelStore.class)
                                                .insert(
                                                        channel,
                                                        context.getBean(Clock.class).instant())));
    }
}
