package az.qalxan.operators;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands files out so that no browser opens them in the page's place. */
final class Handout {

    private static final String SEALED = "sandbox; default-src 'none'";

    private Handout() {}

    static ResponseEntity<byte[]> of(Orders.Opened opened) {
        return answer(opened.file().name(), MediaType.APPLICATION_OCTET_STREAM, opened.content());
    }

    static ResponseEntity<byte[]> xml(String name, byte[] content) {
        return answer(name, MediaType.APPLICATION_XML, content);
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SEALED)
                .contentType(type)
                .body(content);
    }
}
