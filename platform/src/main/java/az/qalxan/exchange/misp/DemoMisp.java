package az.qalxan.exchange.misp;

import az.qalxan.access.Caller;
import az.qalxan.database.ActingAs;
import az.qalxan.demo.DemoPart;
import az.qalxan.demo.DemoPeople;
import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.Reachable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two invented events of MISP in the collections of the demonstration. */
@Component
class DemoMisp implements DemoPart {

    private final DemoPeople people;
    private final CollectionDesk collections;
    private final EventDesk desk;
    private final MispPageDesk pages;

    DemoMisp(DemoPeople people, CollectionDesk collections, EventDesk desk, MispPageDesk pages) {
        this.people = people;
        this.collections = collections;
        this.desk = desk;
        this.pages = pages;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public void play(Instant now) {
        Caller police = people.named("analitik-din");
        Caller centre = people.named("analitik");
        ActingAs.run(
                centre.identity(),
                () -> {
                    if (pages.lines("", 0).isEmpty()) {
                        take(centre, "fishinq", bank(now.minus(Duration.ofHours(30))));
                    }
                });
        ActingAs.run(
                police.identity(),
                () -> {
                    if (pages.lines("saxta kuryer", 0).isEmpty()) {
                        take(police, "fishinq", courier(now.minus(Duration.ofHours(5))));
                    }
                });
    }

    private void take(Caller caller, String alias, ObjectNode node) {
        Optional<Reachable> place = collections.find(alias).filter(Reachable::canWrite);
        if (place.isPresent()) {
            MispEvent event = desk.reader().event(node);
            desk.take(Sender.of(caller, place.get()), place.get().collection(), event);
        }
    }

    private static ObjectNode event(String info, Instant moment, List<String> tags) {
        ObjectNode node = MispJson.JSON.createObjectNode();
        node.put("info", info);
        node.put("timestamp", String.valueOf(moment.getEpochSecond()));
        node.put("distribution", "2");
        node.put("published", true);
        node.put("threat_level_id", "2");
        node.put("analysis", "1");
        ArrayNode list = node.putArray("Tag");
        tags.forEach(tag -> list.addObject().put("name", tag));
        node.putArray("Attribute");
        return node;
    }

    private static void attribute(ObjectNode event, String type, String value, String comment) {
        event.withArray("Attribute")
                .addObject()
                .put("type", type)
                .put("value", value)
                .put("comment", comment)
                .put("timestamp", event.path("timestamp").asString(""));
    }

    private static ObjectNode bank(Instant moment) {
        ObjectNode event =
                event(
                        "Bank müştərilərinə saxta kart yeniləmə səhifəsi",
                        moment,
                        List.of("tlp:green", "rsit:fraud=\"phishing\""));
        ObjectNode galaxy = event.putArray("Galaxy").addObject();
        galaxy.put("name", "Attack Pattern").put("type", "mitre-attack-pattern");
        galaxy.putArray("GalaxyCluster").addObject().put("value", "Phishing - T1566");
        attribute(event, "domain", "kart-yenile.example", "səhifənin domeni");
        attribute(event, "url", "https://kart-yenile.example/giris", "giriş forması");
        attribute(
                event,
                "sha256",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "səhifədən yüklənən proqram");
        attribute(event, "ip-dst", "10.20.30.40", "daxili ünvan, səhvən düşüb");
        return event;
    }

    private static ObjectNode courier(Instant moment) {
        ObjectNode event =
                event(
                        "Saxta kuryer mesajları, ödəniş linki",
                        moment,
                        List.of("tlp:green", "rsit:fraud=\"phishing\""));
        attribute(event, "hostname", "catdirilma.odenis.example", "ödəniş səhifəsi");
        attribute(
                event,
                "md5",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "mesajdakı linkdən yüklənən fayl");
        return event;
    }
}
