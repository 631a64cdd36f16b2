package az.qalxan.evidence.intake;

import az.qalxan.reporting.CleanText;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Bytes of exhibits in pieces, for programs under {@code /api} and for the page's script beside it.
 */
@RestController
@RequestMapping({"/api/evidence/intakes", "/evidence/intakes/pieces"})
@Tag(name = "Evidence: intake")
class IntakeApi {

    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Intakes intakes;
    private final IntakeDesk desk;
    private final PieceBody body;

    IntakeApi(Intakes intakes, IntakeDesk desk, PieceBody body) {
        this.intakes = intakes;
        this.desk = desk;
        this.body = body;
    }

    /**
     * A file that is to come.
     *
     * @param exhibit whose bytes it has; or else
     * @param like an exhibit that a new one is told of alike: same description, origin, legal
     *     basis, acquisition and place, with the file's name as its title
     * @param name of the file
     * @param bytes how many it has
     * @param modified when it was last changed, in milliseconds since 1970; tells a file from
     *     another of the same name and length
     */
    record Announced(
            @Nullable UUID exhibit,
            @Nullable UUID like,
            @Nullable String name,
            @Nullable Long bytes,
            @Nullable Long modified) {

        AnnouncedFile file() {
            List<Violation> wrong = new ArrayList<>();
            if ((exhibit == null) == (like == null)) {
                wrong.add(Violation.at("exhibit", "intake.wrong.exhibit"));
            }
            String read = name == null ? "" : base(name);
            if (read.isEmpty() || read.length() > AnnouncedFile.NAME_CHARS_MAX) {
                wrong.add(Violation.at("name", "intake.wrong.name", AnnouncedFile.NAME_CHARS_MAX));
            }
            if (bytes == null || bytes < 0) {
                wrong.add(Violation.at("bytes", "intake.wrong.bytes"));
            }
            if (!wrong.isEmpty()) {
                throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
            }
            return new AnnouncedFile(
                    read, bytes == null ? 0 : bytes, modified == null ? 0 : Math.max(0, modified));
        }

        private static String base(String given) {
            String clean = CleanText.of(given).replaceAll("\\s+", " ");
            return clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1)
                    .strip();
        }
    }

    @Operation(
            summary = "Announce a file, or find the intake of the same file that goes on",
            description =
                    "201: begun. 200: an intake of the same name, length and time of change goes"
                            + " on; send the piece at \"received\". 409: another file is on its way"
                            + " to the exhibit, or it has bytes. 507: the disk has no room.")
    @Requires("evidence:update")
    @PostMapping(consumes = "application/json")
    ResponseEntity<Standing> begin(@RequestBody Announced announced) throws IOException {
        AnnouncedFile file = announced.file();
        boolean alike = announced.exhibit() == null;
        UUID exhibit = alike ? announced.like() : announced.exhibit();
        if (exhibit == null) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        Intakes.Begun begun = intakes.begin(exhibit, file, alike);
        return ResponseEntity.status(begun.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .header(OFFSET, String.valueOf(begun.standing().received()))
                .header(LENGTH, String.valueOf(begun.standing().bytes()))
                .body(begun.standing());
    }

    @Operation(
            summary = "The intakes that go on",
            description = "Those of a case's exhibits, or of every case that the caller may see.")
    @Requires("evidence:update")
    @GetMapping
    List<Standing> open(@RequestParam(name = "case", defaultValue = "") String caseNumber)
            throws IOException {
        List<Standing> standings = new ArrayList<>();
        for (IntakeDesk.Known one : desk.listed(caseNumber)) {
            standings.add(intakes.standing(one));
        }
        return standings;
    }

    @Operation(
            summary = "How an intake stands",
            description = "Header Upload-Offset: how many bytes would outlive a crash.")
    @Requires("evidence:update")
    @GetMapping("/{id}")
    ResponseEntity<Standing> standing(@PathVariable UUID id) throws IOException {
        Standing standing = intakes.standing(id);
        return ResponseEntity.ok()
                .header(OFFSET, String.valueOf(standing.received()))
                .header(LENGTH, String.valueOf(standing.bytes()))
                .header("Cache-Control", "no-store")
                .body(standing);
    }

    @Operation(
            summary = "Send a piece",
            description =
                    "Header Upload-Offset: where the piece begins. Its length is a multiple of"
                            + " 65,536 bytes, the last piece apart, and at most \"piece\" of the"
                            + " standing. Header Upload-Checksum, if given: \"sha256\" and the"
                            + " piece's digest in base64; a piece of another one is refused: 422."
                            + " 204: every byte before Upload-Offset of the answer would outlive a"
                            + " crash. The same piece may be sent again; with other bytes it is"
                            + " refused. 409: go on at the answer's Upload-Offset. 507: the disk is"
                            + " full; nothing acknowledged is lost.")
    @Requires("evidence:update")
    @PatchMapping(value = "/{id}", consumes = "application/offset+octet-stream")
    ResponseEntity<Void> piece(
            @PathVariable UUID id,
            @RequestHeader(OFFSET) long offset,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        IntakeDesk.Known known = desk.mine(id);
        Intakes.Taken taken =
                body.read(request, bytes -> intakes.take(known, new Intakes.Piece(offset, bytes)));
        response.setHeader(OFFSET, String.valueOf(taken.received()));
        if (taken.problem().isPresent()) {
            throw ProblemFound.of(taken.problem().get(), taken.received());
        }
        return ResponseEntity.noContent().build();
    }

    /**
     * What the sender knows at the end.
     *
     * @param sha256 of the whole file in hexadecimal; the file is stored only if it is the same
     */
    record Ending(@Nullable String sha256) {

        String awaited() {
            String read = sha256 == null ? "" : sha256.strip().toLowerCase(Locale.ROOT);
            if (!read.isEmpty() && !read.matches("[0-9a-f]{64}")) {
                throw ProblemFound.with(
                        WebProblem.INVALID_INPUT,
                        List.of(Violation.at("sha256", "intake.wrong.sha256")));
            }
            return read;
        }
    }

    @Operation(
            summary = "End an intake whose bytes are all there",
            description =
                    "Call again while the state is \"receiving\": \"digested\" tells how far the"
                            + " bytes are read again. \"stored\": they are the exhibit's, with"
                            + " digests. \"different\": they have another SHA-256 than told."
                            + " \"spoiled\": some were altered or lost since they came; send the"
                            + " file anew.")
    @Requires("evidence:update")
    @PostMapping("/{id}/finish")
    Standing finish(@PathVariable UUID id, @RequestBody(required = false) @Nullable Ending ending)
            throws IOException {
        return intakes.finish(id, ending == null ? "" : ending.awaited());
    }

    @Operation(summary = "Give an intake up; its bytes go")
    @Requires("evidence:update")
    @DeleteMapping("/{id}")
    Standing drop(@PathVariable UUID id) throws IOException {
        return intakes.drop(id);
    }
}
