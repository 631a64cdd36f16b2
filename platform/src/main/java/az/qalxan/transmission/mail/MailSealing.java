package az.qalxan.transmission.mail;

import az.qalxan.transmission.Attached;
import az.qalxan.transmission.InstanceKeys;
import az.qalxan.transmission.KeyUsage;
import az.qalxan.transmission.OwnKey;
import az.qalxan.transmission.PartnerKey;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes mails and seals them: signed, then encrypted. The subject of an encrypted mail stands
 * inside (RFC 9788); outside stands that there is one.
 */
@Component
class MailSealing {

    private static final String CLOSED_SUBJECT = "Qalxan: [...]";
    private static final String CRLF = "\r\n";

    private final InstanceKeys keys;
    private final OpenPgpKeys openPgp;
    private final SecureRandom random;

    MailSealing(InstanceKeys keys, OpenPgpKeys openPgp, SecureRandom random) {
        this.keys = keys;
        this.openPgp = openPgp;
        this.random = random;
    }

    /** The same for every attempt to send a mail. */
    record Letter(
            UUID id,
            String from,
            String to,
            String subject,
            String text,
            List<Attached> files,
            Instant date) {}

    byte[] signed(Letter letter) throws GeneralSecurityException {
        byte[] inner = inner(letter, false);
        byte[] signature = Smime.sign(inner, own(), false);
        String boundary = "signed-" + letter.id();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(
                out,
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";"
                        + " micalg=sha-256; boundary=\""
                        + boundary
                        + "\"");
        line(out, "");
        line(out, "--" + boundary);
        out.writeBytes(inner);
        line(out, "");
        line(out, "--" + boundary);
        line(out, "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"");
        line(out, "Content-Transfer-Encoding: base64");
        line(out, "Content-Disposition: attachment; filename=\"smime.p7s\"");
        line(out, "");
        encoded(out, signature);
        line(out, "--" + boundary + "--");
        return outer(letter, letter.subject(), out.toByteArray());
    }

    byte[] smime(Letter letter, PartnerKey recipient) throws GeneralSecurityException {
        byte[] signed = Smime.sign(inner(letter, true), own(), true);
        byte[] closed =
                Smime.encrypt(
                        pkcs7("signed-data", signed),
                        recipient.certificate().orElseThrow(),
                        own().certificate());
        return outer(letter, CLOSED_SUBJECT, pkcs7("enveloped-data", closed));
    }

    private static byte[] pkcs7(String kind, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(
                out,
                "Content-Type: application/pkcs7-mime; smime-type="
                        + kind
                        + "; name=\"smime.p7m\"");
        line(out, "Content-Transfer-Encoding: base64");
        line(out, "Content-Disposition: attachment; filename=\"smime.p7m\"");
        line(out, "");
        encoded(out, content);
        return out.toByteArray();
    }

    byte[] openPgp(Letter letter, PartnerKey recipient) throws GeneralSecurityException {
        byte[] closed =
                OpenPgp.seal(inner(letter, true), openPgp.own(), recipient.material(), random);
        String boundary = "encrypted-" + letter.id();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(
                out,
                "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";"
                        + " boundary=\""
                        + boundary
                        + "\"");
        line(out, "");
        line(out, "--" + boundary);
        line(out, "Content-Type: application/pgp-encrypted");
        line(out, "");
        line(out, "Version: 1");
        line(out, "");
        line(out, "--" + boundary);
        line(out, "Content-Type: application/octet-stream; name=\"encrypted.asc\"");
        line(out, "");
        out.writeBytes(MimeContent.canonical(closed));
        line(out, "");
        line(out, "--" + boundary + "--");
        return outer(letter, CLOSED_SUBJECT, out.toByteArray());
    }

    private OwnKey own() {
        return keys.of(KeyUsage.SMIME).getFirst();
    }

    private static byte[] outer(Letter letter, String subject, byte[] entity) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String domain = letter.from().substring(letter.from().indexOf('@') + 1);
        line(out, "From: <" + letter.from() + ">");
        line(out, "To: <" + letter.to() + ">");
        line(out, "Subject: " + words(subject));
        line(
                out,
                "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                letter.date().atOffset(ZoneOffset.UTC)));
        line(out, "Message-ID: <" + letter.id() + "@" + domain + ">");
        line(out, "MIME-Version: 1.0");
        out.writeBytes(entity);
        return out.toByteArray();
    }

    private static byte[] inner(Letter letter, boolean withSubject) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String boundary = "parts-" + letter.id();
        line(out, "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
        if (withSubject) {
            line(out, "Subject: " + words(letter.subject()));
        }
        line(out, "");
        line(out, "--" + boundary);
        line(out, "Content-Type: text/plain; charset=utf-8");
        line(out, "Content-Transfer-Encoding: base64");
        line(out, "");
        encoded(out, letter.text().getBytes(StandardCharsets.UTF_8));
        for (Attached file : letter.files()) {
            line(out, "--" + boundary);
            line(out, "Content-Type: " + file.mediaType());
            line(out, "Content-Transfer-Encoding: base64");
            line(
                    out,
                    "Content-Disposition: attachment; filename*=UTF-8''"
                            + java.net.URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
            line(out, "");
            encoded(out, file.content());
        }
        line(out, "--" + boundary + "--");
        return out.toByteArray();
    }

    private static String words(String subject) {
        try {
            String clean = subject.replaceAll("\\p{Cntrl}+", " ");
            return MimeUtility.fold(9, MimeUtility.encodeText(clean, "UTF-8", "B"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Java has UTF-8", e);
        }
    }

    private static void encoded(ByteArrayOutputStream out, byte[] content) {
        out.writeBytes(Base64.getMimeEncoder().encode(content));
        line(out, "");
    }

    private static void line(ByteArrayOutputStream out, String line) {
        out.writeBytes((line + CRLF).getBytes(StandardCharsets.UTF_8));
    }
}
