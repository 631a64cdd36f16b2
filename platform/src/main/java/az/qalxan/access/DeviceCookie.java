package az.qalxan.access;

import az.qalxan.database.DataFolder;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Marks a browser that somebody has signed in from, so that failures elsewhere do not shut it out
 * (OWASP "Slow Down Online Guessing Attacks with Device Cookies"). It signs nobody in.
 */
@Component
final class DeviceCookie {

    static final String NAME = "qalxan-device";
    private static final String UNKNOWN = "";
    private static final int NONCE_BYTES = 12;
    private static final Duration KEPT = Duration.ofDays(180);

    private final SecretKeySpec key;
    private final SecureRandom random;
    private final boolean https;

    DeviceCookie(DataFolder folder, SecureRandom random, AccessSettings settings) {
        this.key =
                new SecretKeySpec(
                        HexFormat.of().parseHex(folder.secret("device-cookie")), "HmacSHA256");
        this.random = random;
        this.https = settings.https();
    }

    /** The nonce of the browser if that user has signed in from it, else an empty text. */
    String of(HttpServletRequest request, String username) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || !UserName.fits(username)) {
            return UNKNOWN;
        }
        int dot = cookie.getValue().indexOf('.');
        String nonce = dot < 0 ? UNKNOWN : cookie.getValue().substring(0, dot);
        byte[] right = value(nonce, new UserName(username)).getBytes(StandardCharsets.UTF_8);
        byte[] given = cookie.getValue().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, given) ? nonce : UNKNOWN;
    }

    void give(HttpServletResponse response, UserName username) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        ResponseCookie cookie =
                ResponseCookie.from(NAME, value(HexFormat.of().formatHex(nonce), username))
                        .path("/sign-in")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Strict")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String value(String nonce, UserName username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(nonce.getBytes(StandardCharsets.UTF_8));
            byte[] tag = mac.doFinal(username.value().getBytes(StandardCharsets.UTF_8));
            return nonce + "." + HexFormat.of().formatHex(tag);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
