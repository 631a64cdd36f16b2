package az.qalxan.exchange.notice;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code security.txt} says (RFC 9116): whom to tell about trouble, in order of preference,
 * and until when that holds. A signature around it (RFC 9580 §7) is taken off and not judged.
 *
 * @param contacts addresses as written: mailto, tel or https
 * @param expires null when it says none, or one that is none
 * @param wrong what breaks the rules; key {@code notice.security-txt.<problem>}
 */
record SecurityTxt(
        List<String> contacts,
        @Nullable Instant expires,
        List<String> languages,
        List<String> canonical,
        List<String> wrong) {

    /** A file is a few lines; more is somebody's joke. */
    static final int BYTES_MAX = 64 << 10;

    private static final int CONTACTS_MAX = 20;
    private static final int VALUE_CHARS_MAX = 2_000;
    private static final Set<String> CONTACT_FORMS = Set.of("mailto", "tel", "https");
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";

    SecurityTxt {
        contacts = List.copyOf(contacts);
        languages = List.copyOf(languages);
        canonical = List.copyOf(canonical);
        wrong = List.copyOf(wrong);
    }

    /** Whether it may be used at that moment (§2.5.5: not after it expires, nor without a day). */
    boolean holds(Instant now) {
        return expires != null && now.isBefore(expires) && !contacts.isEmpty();
    }

    /** The mail addresses, the preferred first. */
    List<String> mails() {
        return contacts.stream()
                .filter(one -> one.toLowerCase(Locale.ROOT).startsWith("mailto:"))
                .map(one -> one.substring("mailto:".length()).split("\\?", 2)[0])
                .filter(one -> new Owners.Reach("mail", one).fits())
                .distinct()
                .toList();
    }

    static SecurityTxt read(byte[] content) {
        Reading reading = new Reading();
        if (content.length > BYTES_MAX) {
            reading.wrong.add("too-large");
            return reading.end();
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            body(text).lines().forEach(reading::line);
        } catch (CharacterCodingException e) {
            reading.wrong.add("encoding");
        }
        return reading.end();
    }

    /** What stands between the headers of a signed message and its signature. */
    private static String body(String text) {
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (!bare.startsWith(SIGNED)) {
            return bare;
        }
        int begin = bare.replace("\r\n", "\n").indexOf("\n\n");
        String unix = bare.replace("\r\n", "\n");
        int end = unix.indexOf(SIGNATURE);
        return begin < 0 || end < begin ? "" : unix.substring(begin + 2, end);
    }

    /** Reads line by line. */
    private static final class Reading {

        private final List<String> contacts = new ArrayList<>();
        private final List<String> languages = new ArrayList<>();
        private final List<String> canonical = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private @Nullable Instant expires;
        private boolean dated;

        void line(String line) {
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                return;
            }
            int colon = bare.indexOf(':');
            if (colon <= 0 || bare.length() > VALUE_CHARS_MAX) {
                note("line");
                return;
            }
            String value = bare.substring(colon + 1).strip();
            switch (bare.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "contact" -> contact(value);
                case "expires" -> expires(value);
                case "preferred-languages" -> languages(value);
                case "canonical" -> canonical(value);
                default -> {
                    // other fields are for people; unknown ones must be let be (§2.4)
                }
            }
        }

        private void note(String problem) {
            if (!wrong.contains(problem)) {
                wrong.add(problem);
            }
        }

        private void contact(String value) {
            int colon = value.indexOf(':');
            String form = colon < 0 ? "" : value.substring(0, colon).toLowerCase(Locale.ROOT);
            boolean plain = value.chars().noneMatch(Character::isISOControl);
            if (!CONTACT_FORMS.contains(form) || !plain || contacts.size() == CONTACTS_MAX) {
                note("contact");
            } else {
                contacts.add(value);
            }
        }

        /** It must stand once (§2.5.5). */
        private void expires(String value) {
            if (dated) {
                note("expires-twice");
                expires = null;
                return;
            }
            dated = true;
            try {
                expires = OffsetDateTime.parse(value.toUpperCase(Locale.ROOT)).toInstant();
            } catch (DateTimeException e) {
                note("expires");
            }
        }

        private void languages(String value) {
            for (String one : value.split(",", 20)) {
                if (one.strip().matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
                    languages.add(one.strip().toLowerCase(Locale.ROOT));
                }
            }
        }

        private void canonical(String value) {
            if (value.startsWith("https://") && canonical.size() < CONTACTS_MAX) {
                canonical.add(value);
            } else {
                note("canonical");
            }
        }

        SecurityTxt end() {
            if (contacts.isEmpty()) {
                note("no-contact");
            }
            if (!dated) {
                note("no-expires");
            }
            return new SecurityTxt(contacts, expires, languages, canonical, wrong);
        }
    }
}
