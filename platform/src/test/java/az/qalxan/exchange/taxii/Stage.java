package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.exchange.Shelves;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Collections with known objects, and two programs, for the cases of conformance. */
final class Stage {

    static final int INDICATORS = 12;
    static final String OLD = "2020-01-01T00:00:00.000Z";
    static final String MIDDLE = "2021-01-01T00:00:00.123456Z";
    static final String NEW = "2022-01-01T00:00:00.000Z";
    static final String IPV4 = "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4";

    final Shelves shelves;
    final int port;
    final Shelves.Program program;
    final Shelves.Program foreign;
    final TaxiiDoor door;
    final TaxiiDoor other;
    final TaxiiDoor stranger;

    /** Own: twelve indicators, one of which has three versions, a malware, an address. */
    final UUID own;

    /** Another body's, which this program may only read, only write, not know. */
    final UUID readOnly;

    final UUID writeOnly;
    final UUID unknown;
    final UUID empty;

    final List<String> indicators = new ArrayList<>();
    final String malware = "malware--" + UUID.randomUUID();

    Stage(ApplicationContext context, int port) {
        this.port = port;
        shelves = new Shelves(context);
        Caller owner = SignedIn.caller("din", Role.CERT_ANALYST);
        Caller neighbour = SignedIn.caller("dtx", Role.CERT_ANALYST);
        program = shelves.program("din");
        foreign = shelves.program("dtx");
        door = new TaxiiDoor(port, program);
        other = new TaxiiDoor(port, foreign);
        stranger = new TaxiiDoor(port, null);
        own = shelves.collection(owner, Handling.GREEN, Handling.AMBER_STRICT);
        empty = shelves.collection(owner, Handling.GREEN, Handling.AMBER_STRICT);
        readOnly = shelves.collection(neighbour, Handling.GREEN, Handling.AMBER_STRICT);
        writeOnly = shelves.collection(neighbour, Handling.GREEN, Handling.AMBER_STRICT);
        unknown = shelves.collection(neighbour, Handling.GREEN, Handling.AMBER_STRICT);
        shelves.permit(neighbour, readOnly, "din", Handling.GREEN, null);
        shelves.permit(neighbour, writeOnly, "din", null, Handling.AMBER);
        fill();
    }

    private void fill() {
        List<String> objects = new ArrayList<>();
        for (int i = 0; i < INDICATORS; i++) {
            String uuid = UUID.randomUUID().toString();
            indicators.add("indicator--" + uuid);
            objects.add(TaxiiDoor.indicator(uuid));
        }
        String first = indicators.getFirst().substring("indicator--".length());
        objects.add(TaxiiDoor.indicator(first, MIDDLE, ",\"name\":\"b\""));
        objects.add(TaxiiDoor.indicator(first, NEW, ",\"name\":\"c\""));
        objects.add(
                """
                {"type":"malware","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
                 "is_family":false,"name":"m"}\
                """
                        .formatted(malware, OLD, OLD));
        objects.add(
                """
                {"type":"ipv4-addr","spec_version":"2.1","id":"%s","value":"198.51.100.3"}\
                """
                        .formatted(IPV4));
        TaxiiDoor.Answer answer =
                door.post(
                        TaxiiDoor.objects(own), TaxiiDoor.envelope(objects.toArray(String[]::new)));
        assertThat(answer.json().path("success_count").asInt())
                .as(answer.text())
                .isEqualTo(objects.size());
        other.post(
                TaxiiDoor.objects(readOnly),
                TaxiiDoor.envelope(TaxiiDoor.indicator(UUID.randomUUID().toString())));
    }

    /** How many newest versions there are in the own collection. */
    int newest() {
        return INDICATORS + 2;
    }

    /** How many versions at all. */
    int versions() {
        return INDICATORS + 4;
    }
}
