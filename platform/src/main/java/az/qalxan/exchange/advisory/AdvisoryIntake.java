package az.qalxan.exchange.advisory;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.threatintel.csaf.CsafCheck;
import az.qalxan.engines.threatintel.csaf.CsafVerdict;
import az.qalxan.engines.threatintel.json.JsonLimits;
import az.qalxan.engines.threatintel.json.JsonReading;
import az.qalxan.engines.threatintel.json.StrictJson;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Takes in what other providers published, byte for byte. A document that breaks a mandatory test
 * is kept and says so; one that cannot be told apart from others is refused.
 */
@Component
class AdvisoryIntake {

    static final int DOCUMENT_BYTES_MAX = 20_000_000;
    private static final int NUMBER_MAX = 200;
    private static final int PUBLISHER_MAX = 500;
    private static final int VERSION_MAX = 100;
    private static final int TITLE_MAX = 1000;

    private final StrictJson json =
            new StrictJson(JsonLimits.USUAL.withBytesMax(DOCUMENT_BYTES_MAX).withDepthMax(200));
    private final AdvisoryFileStore files;
    private final AdvisoryDocument documents;
    private final AdvisoryDesk desk;
    private final CsafCheck check;
    private final AuditLog audit;
    private final Clock clock;

    AdvisoryIntake(
            AdvisoryFileStore files,
            AdvisoryDocument documents,
            AdvisoryDesk desk,
            CsafCheck check,
            AuditLog audit,
            Clock clock) {
        this.files = files;
        this.documents = documents;
        this.desk = desk;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    /** The answer is where it is kept. */
    @Transactional
    public UUID take(Caller caller, byte[] bytes) {
        JsonNode node =
                switch (json.read(bytes)) {
                    case JsonReading.Read(JsonNode read) -> read;
                    case JsonReading.Refused(var fault) ->
                            throw refused("advisory.wrong.json", fault.toString());
                };
        AdvisoryFile file = file(caller, node, bytes);
        desk.may(caller, Verb.CREATE, file.handling());
        if (!files.keep(file, new String(bytes, StandardCharsets.UTF_8))) {
            throw ProblemFound.of(AdvisoryProblem.TAKEN);
        }
        audit.record(
                AdvisoryAct.IMPORTED,
                AuditSubject.of(AdvisoryDesk.SUBJECT, file.number()),
                Map.of(
                        "publisher", file.publisher(),
                        "version", file.version(),
                        "valid", String.valueOf(file.valid())));
        return file.id();
    }

    private AdvisoryFile file(Caller caller, JsonNode node, byte[] bytes) {
        JsonNode document = node.path("document");
        JsonNode tracking = document.path("tracking");
        CsafVerdict verdict = check.check(node);
        String publisher = text(document.path("publisher").path("namespace"), 1, PUBLISHER_MAX);
        if (verdict.version() == null || publisher.equals(documents.namespace())) {
            throw refused("advisory.wrong.document", "/document");
        }
        String status = tracking.path("status").asString("");
        return new AdvisoryFile(
                UUID.randomUUID(),
                null,
                text(tracking.path("id"), 1, NUMBER_MAX),
                publisher,
                text(tracking.path("version"), 1, VERSION_MAX),
                caller.body().value(),
                handling(document.at("/distribution/tlp/label").asString("")),
                text(document.path("title"), 0, TITLE_MAX),
                status.equals("final") || status.equals("interim") ? status : "draft",
                verdict.isValid(),
                new AdvisoryFile.Dates(
                        moment(tracking.path("initial_release_date")),
                        moment(tracking.path("current_release_date")),
                        clock.instant(),
                        caller.name()),
                new AdvisoryFile.Proof(Digests.sha256(bytes), Digests.sha512(bytes), ""));
    }

    private static String text(JsonNode node, int least, int most) {
        String text = node.asString("");
        if (text.length() < least || text.length() > most || text.indexOf('\0') >= 0) {
            throw refused("advisory.wrong.document", "/document");
        }
        return text;
    }

    private static Instant moment(JsonNode node) {
        Instant at = momentOrNone(node.asString(""));
        if (at == null) {
            throw refused("advisory.wrong.document", "/document/tracking");
        }
        return at;
    }

    private static @Nullable Instant momentOrNone(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            boolean usual =
                    at.isAfter(Instant.parse("1970-01-01T00:00:00Z"))
                            && at.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
            return usual ? at : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Without a marking a document stays within the body that took it in. */
    private static Handling handling(String label) {
        return switch (label) {
            case "WHITE", "CLEAR" -> Handling.CLEAR;
            case "GREEN" -> Handling.GREEN;
            case "AMBER+STRICT" -> Handling.AMBER_STRICT;
            case "RED" -> throw refused("advisory.wrong.red", label);
            default -> Handling.AMBER;
        };
    }

    private static ProblemFound refused(String key, String what) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, java.util.List.of(Violation.at("file", key, what)));
    }
}
