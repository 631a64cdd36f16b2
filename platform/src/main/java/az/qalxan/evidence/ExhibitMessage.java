package az.qalxan.evidence;

import az.qalxan.access.BodyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An exhibit as programs read it; what it does not have is null. */
record ExhibitMessage(
        UUID id,
        String number,
        String caseNumber,
        String handling,
        String kind,
        String dataClass,
        String title,
        String description,
        @Nullable UUID copyOf,
        @Nullable String purpose,
        OriginMessage origin,
        @Nullable String owner,
        BasisMessage basis,
        @Nullable AdmissionMessage admission,
        Acquisition acquisition,
        List<SealMessage> seals,
        @Nullable FileMessage file,
        KeepingMessage keeping,
        @Nullable String offeredTo,
        Instant registeredAt,
        String registeredBy,
        int version) {

    ExhibitMessage {
        seals = List.copyOf(seals);
    }

    /** Where it comes from. */
    record OriginMessage(String kind, String from, String place, String reference, Instant at) {}

    /** On what law it was obtained. */
    record BasisMessage(
            String code, String clause, String az, String en, boolean verified, String document) {}

    /** The decision that counts. */
    record AdmissionMessage(
            boolean admitted,
            String number,
            LocalDate decidedOn,
            String decidedBy,
            String official,
            String words) {}

    /** A seal as it was last seen. */
    record SealMessage(String number, String state, String words, Instant at) {}

    /** Its bytes. */
    record FileMessage(
            String name, long length, String sha256, String sha1, String md5, Instant at) {}

    /** Who answers for it. */
    record KeepingMessage(String state, String holder, String body, String place) {}

    /** A link of its chain. */
    record LinkMessage(
            long sequence,
            Instant at,
            String event,
            String author,
            String body,
            String words,
            Map<String, String> details,
            @Nullable UUID ledgerEntry) {}

    static ExhibitMessage of(Exhibit exhibit) {
        Description description = exhibit.description();
        CopyOf copyOf = exhibit.copyOf();
        BodyCode offered = exhibit.offeredTo();
        return new ExhibitMessage(
                exhibit.id().value(),
                exhibit.number().toString(),
                exhibit.caseNumber().value(),
                exhibit.standing().handling().label(),
                description.kind().code(),
                description.dataClass().code(),
                description.title(),
                description.words(),
                copyOf == null ? null : copyOf.source().value(),
                copyOf == null ? null : copyOf.purpose(),
                origin(exhibit.origin()),
                exhibit.owner().known() ? exhibit.owner().name() : null,
                basis(exhibit.basis()),
                admission(exhibit.admission()),
                exhibit.acquisition(),
                exhibit.seals().stream().map(ExhibitMessage::seal).toList(),
                file(exhibit.stored()),
                keeping(exhibit.keeping()),
                offered == null ? null : offered.value(),
                exhibit.registeredAt(),
                exhibit.registeredBy(),
                exhibit.version());
    }

    private static OriginMessage origin(Origin origin) {
        return new OriginMessage(
                origin.kind().code(),
                origin.from(),
                origin.place(),
                origin.reference(),
                origin.at());
    }

    private static BasisMessage basis(LegalBasis basis) {
        return new BasisMessage(
                basis.code(),
                basis.clause(),
                basis.title().az(),
                basis.title().en(),
                basis.verified(),
                basis.document());
    }

    private static @Nullable AdmissionMessage admission(@Nullable Admission admission) {
        return admission == null
                ? null
                : new AdmissionMessage(
                        admission.admitted(),
                        admission.number(),
                        admission.decidedOn(),
                        admission.decidedBy(),
                        admission.official(),
                        admission.words());
    }

    private static SealMessage seal(Seal seal) {
        return new SealMessage(seal.number(), seal.state().code(), seal.words(), seal.at());
    }

    private static @Nullable FileMessage file(@Nullable StoredBytes stored) {
        return stored == null
                ? null
                : new FileMessage(
                        stored.name(),
                        stored.digests().length(),
                        stored.digests().sha256(),
                        stored.digests().sha1(),
                        stored.digests().md5(),
                        stored.at());
    }

    private static KeepingMessage keeping(Keeping keeping) {
        return new KeepingMessage(
                keeping.state().code(), keeping.name(), keeping.body().value(), keeping.place());
    }
}
