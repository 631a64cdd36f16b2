package az.qalxan.exchange.knowledge;

import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.exchange.EnvelopeReader;
import az.qalxan.exchange.EnvelopeReading;
import az.qalxan.exchange.ObjectIntake;
import az.qalxan.exchange.Shelves;
import az.qalxan.exchange.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Collections with invented indicators, whose values are of this run alone. */
public final class KnowledgeStage {

    public static final String OLD = "2020-01-01T00:00:00.000Z";
    public static final String NEW = "2021-01-01T00:00:00.000Z";
    private static final String MARKING = "marking-definition--";
    public static final String GREEN = MARKING + "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
    public static final String AMBER = MARKING + "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    public static final String STRICT = MARKING + "939a9414-2ddd-4d32-a0cd-375ea402b003";

    public final Caller owner = SignedIn.caller("din", Role.CERT_ANALYST);
    final Caller neighbour = SignedIn.caller("dtx", Role.CERT_ANALYST);
    public final Shelves shelves;
    public final String run = UUID.randomUUID().toString().substring(0, 8);

    public KnowledgeStage(ApplicationContext context) {
        shelves = new Shelves(context);
    }

    public static String fresh(String type) {
        return type + "--" + UUID.randomUUID();
    }

    /** A name of this run under a name that is kept free for examples. */
    public String name(String label) {
        return label + "-" + run + ".example";
    }

    public static String indicator(String id, String modified, String pattern, String more) {
        return """
        {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
         "name":"Sınaq","pattern":"%s","pattern_type":"stix","valid_from":"%s"%s}\
        """
                .formatted(id, OLD, modified, pattern, OLD, more);
    }

    public static String domain(String name) {
        return "[domain-name:value = '" + name + "']";
    }

    public static String marked(String marking) {
        return ",\"object_marking_refs\":[\"" + marking + "\"]";
    }

    public List<Verdict> send(Caller caller, UUID collection, String... objects) {
        String text = "{\"objects\":[" + String.join(",", objects) + "]}";
        EnvelopeReading.Read read =
                (EnvelopeReading.Read)
                        EnvelopeReader.read(
                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return ActingAs.call(
                caller.identity(),
                () ->
                        shelves.bean(ObjectIntake.class)
                                .take(caller, shelves.reach(caller, collection), read, _ -> {}));
    }

    Answer known(Caller caller, String value) {
        return shelves.as(
                caller,
                () ->
                        shelves.bean(LookUps.class)
                                .lookUp(caller, LookUps.Way.PAGE, List.of(value))
                                .getFirst());
    }

    List<String> objects(Caller caller, String value) {
        return known(caller, value).hits().stream().map(Hit::object).toList();
    }
}
