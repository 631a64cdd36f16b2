package az.qalxan.engines.threatintel.iodef;

import az.qalxan.engines.threatintel.stix.Tlp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as IODEF tells it (RFC 7970, 3.2).
 *
 * @param id unique at its namer
 * @param namer who numbers it, a domain name
 * @param tlp to whom it may go
 * @param detected null where it is not known
 * @param started null where it is not known
 * @param generated when this was written
 * @param description in plain words; language of the whole
 * @param language BCP 47, such as "en"
 * @param severity null where nobody judged it
 * @param contact whom to ask
 * @param systems what took part
 */
public record IodefIncident(
        String id,
        String namer,
        Tlp tlp,
        @Nullable Instant detected,
        @Nullable Instant started,
        Instant generated,
        String description,
        String language,
        @Nullable Severity severity,
        Contact contact,
        List<Taking> systems) {

    public IodefIncident {
        systems = List.copyOf(systems);
        if (id.isBlank() || namer.isBlank()) {
            throw new IllegalArgumentException("an incident has an id and a namer (3.4)");
        }
    }

    /** How bad it was (3.12.2). */
    public enum Severity {
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * Whom to ask (3.9).
     *
     * @param mail "" where there is none
     */
    public record Contact(String name, String mail) {}

    /** What a system did (3.17). */
    public enum Part {
        SOURCE,
        TARGET,
        INTERMEDIATE
    }

    /** The kinds of an address (3.18.1), and a name of the domain system. */
    public enum Kind {
        IPV4_ADDR,
        IPV4_NET,
        IPV6_ADDR,
        IPV6_NET,
        ASN,
        DOMAIN
    }

    /** A system that took part, by its address. */
    public record Taking(Part part, Kind kind, String value) {}
}
