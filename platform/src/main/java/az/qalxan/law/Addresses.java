package az.qalxan.law;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Writes names of facts into addresses. */
final class Addresses {

    private Addresses() {}

    /** A part of a path; a slash in it stays one, because a key may be the rest of an address. */
    static String encoded(String key) {
        return UriUtils.encodePath(key, StandardCharsets.UTF_8).replace(";", "%3B");
    }

    /** A value of a query. */
    static String value(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
