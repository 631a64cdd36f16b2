package az.qalxan.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with open data. Its tag (RFC 9110 §8.8.3) is a digest of the content, so who asks again
 * is told that nothing changed.
 */
public final class Published {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final Duration KEPT = Duration.ofMinutes(5);

    private Published() {}

    /** JSON. */
    public static ResponseEntity<String> json(Object content, WebRequest request) {
        return answer(
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content),
                MediaType.APPLICATION_JSON,
                "",
                request);
    }

    /** A CSV file of that name. */
    public static ResponseEntity<String> csv(String content, String name, WebRequest request) {
        return answer(content, CSV, name, request);
    }

    private static ResponseEntity<String> answer(
            String content, MediaType type, String name, WebRequest request) {
        String tag = "\"" + digest(content) + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(kept()).build();
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(type).eTag(tag).cacheControl(kept());
        if (!name.isEmpty()) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
        }
        return answer.body(content);
    }

    private static CacheControl kept() {
        return CacheControl.maxAge(KEPT).cachePublic();
    }

    private static String digest(String content) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
