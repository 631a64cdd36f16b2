package az.qalxan.exchange.advisory;

import az.qalxan.access.Handling;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out documents of a marking with what stands beside them. */
@Component
class CsafServing {

    private static final CacheControl SHORT = CacheControl.maxAge(Duration.ofMinutes(5));
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final AdvisoryFileStore files;

    CsafServing(AdvisoryFileStore files) {
        this.files = files;
    }

    static ResponseEntity<byte[]> json(Handling handling, String text) {
        return answer(handling, MediaType.APPLICATION_JSON, text);
    }

    static ResponseEntity<byte[]> text(Handling handling, String text) {
        return answer(handling, TEXT, text);
    }

    /** What is for everybody may be kept and read by pages of others; the rest may not. */
    private static ResponseEntity<byte[]> answer(Handling handling, MediaType type, String text) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(type);
        if (handling == Handling.CLEAR) {
            answer.cacheControl(SHORT).header("Access-Control-Allow-Origin", "*");
        } else {
            answer.cacheControl(CacheControl.noStore());
        }
        return answer.body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A document, or a hash or signature of it.
     *
     * @param name of the file, perhaps with .sha256, .sha512 or .asc
     */
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> file(Handling handling, int year, String name) {
        int end = name.indexOf(".json");
        String document = end < 0 ? "" : name.substring(0, end + ".json".length());
        AdvisoryFile one =
                files.own(handling, numberOf(document))
                        .filter(file -> file.year() == year && file.filename().equals(document))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        AdvisoryFile.Proof proof = one.proof();
        return switch (name.substring(document.length())) {
            case "" -> json(handling, files.document(one.id()));
            case ".sha256" -> text(handling, proof.sha256() + "  " + document + "\n");
            case ".sha512" -> text(handling, proof.sha512() + "  " + document + "\n");
            case ".asc" -> text(handling, proof.signature());
            default -> throw ProblemFound.of(WebProblem.NOT_FOUND);
        };
    }

    /** Our numbers have capitals, digits and dashes only, so that the name tells the number. */
    private static String numberOf(String filename) {
        String bare = filename.isEmpty() ? "" : filename.substring(0, filename.length() - 5);
        return bare.toUpperCase(Locale.ROOT);
    }
}
