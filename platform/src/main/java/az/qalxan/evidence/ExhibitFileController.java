package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives out the bytes of an exhibit, for a purpose that stands in its chain. */
@Controller
@RequestMapping("/evidence/exhibits/{id}/file")
class ExhibitFileController {

    private final Exhibits exhibits;
    private final EvidenceRights rights;
    private final CurrentCaller callers;

    ExhibitFileController(Exhibits exhibits, EvidenceRights rights, CurrentCaller callers) {
        this.exhibits = exhibits;
        this.rights = rights;
        this.callers = callers;
    }

    /** The file as it came; a browser keeps it and never shows it. */
    @Requires("evidence:export")
    @PostMapping
    ResponseEntity<InputStreamResource> file(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String purpose)
            throws IOException {
        Caller caller = callers.require();
        Exhibit exhibit = exhibits.require(id);
        if (!rights.may(caller, Verb.EXPORT, exhibit)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        Typed typed = new Typed();
        String why = typed.words("purpose", purpose);
        typed.pass();
        StoredBytes stored = exhibit.stored();
        if (stored == null) {
            throw ProblemFound.of(EvidenceProblem.EXHIBIT_WITHOUT_BYTES);
        }
        InputStreamResource content =
                new InputStreamResource(
                        Channels.newInputStream(
                                exhibits.bytes(
                                        exhibit.id(),
                                        new Exhibits.Reading(caller.name(), why))));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(stored.digests().length())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
