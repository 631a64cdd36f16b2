package az.qalxan.exchange.notice;

import az.qalxan.database.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Draws the links with which owners answer without signing in; only their digests are kept. */
@Component
class NoticeLinks {

    private static final int LINK_BYTES = 24;

    private final SecureRandom random;
    private final NoticePack pack;

    NoticeLinks(SecureRandom random, NoticePack pack) {
        this.random = random;
        this.pack = pack;
    }

    /** What a link ends with, and what is kept of it. */
    record Drawn(String link, NoticeWritingStore.Link kept) {}

    Drawn draw(Instant now) {
        byte[] drawn = new byte[LINK_BYTES];
        random.nextBytes(drawn);
        String link = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        return new Drawn(link, new NoticeWritingStore.Link(digest(link), now.plus(pack.link())));
    }

    static String digest(String link) {
        return Sha256.of(link.getBytes(StandardCharsets.UTF_8));
    }
}
