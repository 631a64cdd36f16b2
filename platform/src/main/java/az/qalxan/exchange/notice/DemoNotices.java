package az.qalxan.exchange.notice;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.database.ActingAs;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Some invented networks, what was seen in them, and an owner that cannot be reached. */
@Component
class DemoNotices implements DemoPart {

    private static final List<String> REGISTRY =
            List.of(
                    "ripencc|AZ|ipv4|198.51.100.0|128|20190401|allocated|Xəyali Telekom",
                    "ripencc|AZ|ipv4|198.51.100.128|128|20200401|allocated|Nümunə Hostinq",
                    "ripencc|AZ|ipv4|203.0.113.0|256|20210401|assigned|Nümunə Universiteti",
                    "ripencc|AZ|asn|64500|1|20190401|allocated|Xəyali Telekom");

    private final Owners owners;
    private final RegistryDesk registry;
    private final Feeds feeds;
    private final FeedIntake intake;
    private final DemoPeople people;

    DemoNotices(
            Owners owners,
            RegistryDesk registry,
            Feeds feeds,
            FeedIntake intake,
            DemoPeople people) {
        this.owners = owners;
        this.registry = registry;
        this.feeds = feeds;
        this.intake = intake;
        this.people = people;
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public void play(Instant now) {
        // Looked up by the demonstration itself: an analyst sees no account of an operator.
        Caller analyst = people.named("analitik");
        Caller second = people.named("analitik-2");
        BodyCode operator = people.named("operator").body();
        ActingAs.run(
                analyst.identity(),
                () -> {
                    if (feeds.all().isEmpty()) {
                        owners(analyst);
                        claims(analyst, second, operator, now);
                        feed(analyst, now);
                    }
                });
    }

    private void owners(Caller analyst) {
        registry.read(analyst, REGISTRY, "AZ", false);
        for (OwnerStore.Line line : owners.list("")) {
            if (!line.owner().name().endsWith("Universiteti")) {
                String address =
                        "abuse@" + (line.claims() > 1 ? "telekom" : "hostinq") + ".example";
                owners.addChannel(analyst, line.owner().id(), new Owners.Reach("mail", address));
            }
        }
    }

    private void feed(Caller analyst, Instant now) {
        UUID feed =
                feeds.open(
                        analyst,
                        "Shadowserver (nümunə)",
                        new FeedStore.Kind(Handling.GREEN, "", true));
        intake.take(analyst, feed, "demo", lines(now).getBytes(StandardCharsets.UTF_8));
    }

    /** The operator's own network was approved by a second analyst; a domain still waits. */
    private void claims(Caller analyst, Caller second, BodyCode operator, Instant now) {
        UUID owner =
                owners.enter(
                        analyst,
                        new OwnerForm.Checked(
                                "Nümunə Operator", "AZ", "az", operator.value(), null));
        owners.addChannel(analyst, owner, new Owners.Reach("mail", "noc@operator.example"));
        Instant since = now.minus(Duration.ofDays(400));
        owners.ask(analyst, owner, new OwnerForm.Asked(ClaimKind.PREFIX, "203.0.113.0/25", since));
        UUID claim = owners.see(owner).claims().getFirst().id();
        ActingAs.run(
                second.identity(),
                () ->
                        owners.decide(
                                second,
                                claim,
                                true,
                                "Reyestr universiteti göstərir; "
                                        + "operator icarə müqaviləsini təqdim edib."));
        owners.ask(
                analyst, owner, new OwnerForm.Asked(ClaimKind.DOMAIN, "operator.example", since));
    }

    private static String lines(Instant now) {
        Instant seen = now.minus(Duration.ofHours(3));
        StringBuilder lines = new StringBuilder("timestamp,ip,port,type,infection\n");
        for (int i = 1; i <= 6; i++) {
            lines.append(seen.plusSeconds(i))
                    .append(",198.51.100.")
                    .append(i)
                    .append(",443,infected-system,mirai\n");
            lines.append(seen.plusSeconds(i))
                    .append(",198.51.100.")
                    .append(128 + i)
                    .append(",53,open-dns,dns\n");
        }
        return lines.append(seen)
                .append(",203.0.113.9,3389,open-rdp,rdp\n")
                .append(seen)
                .append(",192.0.2.77,23,telnet,telnet\n")
                .append("dünən,198.51.100.9,80,phishing,\n")
                .toString();
    }
}
