package az.qalxan.exchange.advisory;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that is out: an edition of an own advisory, or what another provider published.
 *
 * @param advisory null for what others published
 * @param number tracking id
 * @param publisher namespace of whoever published it
 * @param version of the document, as its publisher counts
 * @param body which body keeps it
 * @param valid whether our validation found no error
 * @param dates of the document's first and of this release, and when it was kept
 * @param proof hashes in hexadecimal digits and signature
 */
record AdvisoryFile(
        UUID id,
        @Nullable UUID advisory,
        String number,
        String publisher,
        String version,
        String body,
        Handling handling,
        String title,
        String status,
        boolean valid,
        Dates dates,
        Proof proof) {

    /** When it was first released, released, and kept here. */
    record Dates(Instant first, Instant released, Instant kept, String keptBy) {}

    /**
     * What shows that it is unchanged.
     *
     * @param signature armoured OpenPGP; empty for what others published
     */
    record Proof(String sha256, String sha512, String signature) {}

    boolean own() {
        return advisory != null;
    }

    /** The name that CSAF 2.0, 5.1, gives the file. */
    String filename() {
        return CsafPlaces.filename(number);
    }

    /** The folder of its first release. */
    int year() {
        return dates.first().atOffset(ZoneOffset.UTC).getYear();
    }

    String path() {
        return "/advisories/files/" + id;
    }
}
