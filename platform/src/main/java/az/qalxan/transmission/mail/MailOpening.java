package az.qalxan.transmission.mail;

import az.qalxan.transmission.Alarms;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.InstanceKeys;
import az.qalxan.transmission.KeyUsage;
import az.qalxan.transmission.PartnerKey;
import az.qalxan.transmission.PartnerKeys;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.cms.CMSSignedData;
import org.springframework.stereotype.Component;

/** Opens a mail that came: decrypts, verifies, and takes text and files out. */
@Component
class MailOpening {

    private static final int LAYERS_MAX = 4;
    private static final int TEXT_CHARS_MAX = 1 << 20;
    private static final int NAME_CHARS_MAX = 150;

    private final InstanceKeys own;
    private final OpenPgpKeys openPgp;
    private final PartnerKeys partners;
    private final Alarms alarms;
    private final Clock clock;

    MailOpening(
            InstanceKeys own,
            OpenPgpKeys openPgp,
            PartnerKeys partners,
            Alarms alarms,
            Clock clock) {
        this.own = own;
        this.openPgp = openPgp;
        this.partners = partners;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** A mail that was read, or where and why reading ended. */
    sealed interface Opened {

        record Readable(
                String from,
                String messageId,
                String subject,
                String text,
                List<Attached> files,
                boolean encrypted,
                String verifiedBy)
                implements Opened {}

        record Unreadable(String place, String reason) implements Opened {}
    }

    Opened open(byte[] raw) {
        try {
            return opened(MimeReading.part(raw));
        } catch (MimeReading.Unreadable e) {
            MimeReading.Read.Wrong wrong = e.wrong();
            return new Opened.Unreadable(wrong.place(), wrong.reason());
        }
    }

    /** What is known of a mail while one layer after another is taken off. */
    private static final class Layers {

        private MimePart now;
        private boolean encrypted;
        private boolean signed;
        private String verifiedBy = "";

        Layers(MimePart mail) {
            this.now = mail;
        }
    }

    private Opened opened(MimePart mail) {
        String from = from(mail);
        Layers layers = new Layers(mail);
        for (int i = 0; i < LAYERS_MAX; i++) {
            if (!takeOff(layers, from)) {
                break;
            }
        }
        if (layers.signed && layers.verifiedBy.isEmpty()) {
            strange(from);
        }
        return readable(mail, from, layers);
    }

    private static String from(MimePart mail) {
        try {
            InternetAddress[] from =
                    InternetAddress.parseHeader(mail.header("from").orElse(""), true);
            String address = from.length == 1 ? String.valueOf(from[0].getAddress()) : "";
            if (from.length != 1 || !address.contains("@")) {
                throw new MimeReading.Unreadable("1", "from");
            }
            return address.toLowerCase(Locale.ROOT);
        } catch (AddressException e) {
            throw new MimeReading.Unreadable("1", "from");
        }
    }

    /** Takes one layer off; false when there is none. */
    private boolean takeOff(Layers layers, String from) {
        MimePart now = layers.now;
        String type = now.type().name();
        String protocol = now.type().parameter("protocol").toLowerCase(Locale.ROOT);
        if (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime")) {
            return pkcs7(layers, from);
        }
        if (type.equals("multipart/encrypted") && protocol.equals("application/pgp-encrypted")) {
            return pgpEncrypted(layers, from);
        }
        if (type.equals("multipart/signed") && now.parts().size() == 2) {
            return beside(layers, protocol, from);
        }
        return false;
    }

    private boolean pkcs7(Layers layers, String from) {
        MimePart now = layers.now;
        byte[] data = MimeContent.bytes(now);
        Optional<CMSSignedData> signed = Smime.signed(data);
        if (signed.isPresent()) {
            verified(layers, Smime.signer(signed.get(), keys(from, KeyUsage.SMIME)));
            layers.now = MimeReading.part(content(signed.get(), now));
            return true;
        }
        byte[] clear =
                Smime.decrypt(data, own.of(KeyUsage.SMIME))
                        .orElseThrow(() -> new MimeReading.Unreadable(now.place(), "decrypt"));
        layers.encrypted = true;
        layers.now = MimeReading.part(clear);
        return true;
    }

    private static byte[] content(CMSSignedData signed, MimePart part) {
        return Optional.ofNullable(signed.getSignedContent())
                .map(org.bouncycastle.cms.CMSTypedData::getContent)
                .filter(byte[].class::isInstance)
                .map(byte[].class::cast)
                .orElseThrow(() -> new MimeReading.Unreadable(part.place(), "pkcs7"));
    }

    private boolean pgpEncrypted(Layers layers, String from) {
        MimePart now = layers.now;
        if (now.parts().size() != 2) {
            throw new MimeReading.Unreadable(now.place(), "pgp");
        }
        OpenPgp.Opened opened =
                opened(MimeContent.bytes(now.parts().get(1)), from)
                        .orElseThrow(
                                () -> new MimeReading.Unreadable(now.place() + ".2", "decrypt"));
        layers.encrypted = true;
        if (opened.signer().isPresent()) {
            verified(layers, opened.signer());
        }
        layers.now = MimeReading.part(opened.content());
        return true;
    }

    /** Opens with the first of our keys for which it is sealed. */
    private Optional<OpenPgp.Opened> opened(byte[] sealed, String from) {
        List<PartnerKey> senders = keys(from, KeyUsage.OPENPGP);
        return openPgp.all().stream()
                .flatMap(key -> OpenPgp.open(sealed, key, senders).stream())
                .findFirst();
    }

    private boolean beside(Layers layers, String protocol, String from) {
        MimePart signed = layers.now.parts().get(0);
        byte[] content = MimeContent.canonical(signed.raw());
        byte[] signature = MimeContent.bytes(layers.now.parts().get(1));
        if (protocol.equals("application/pgp-signature")) {
            verified(layers, OpenPgp.signer(content, signature, keys(from, KeyUsage.OPENPGP)));
        } else {
            List<PartnerKey> keys = keys(from, KeyUsage.SMIME);
            verified(
                    layers,
                    Smime.detached(content, signature).flatMap(data -> Smime.signer(data, keys)));
        }
        layers.now = signed;
        return true;
    }

    private List<PartnerKey> keys(String from, KeyUsage usage) {
        return partners.inForce(from, usage);
    }

    private void verified(Layers layers, Optional<PartnerKey> signer) {
        layers.signed = true;
        if (signer.isEmpty()) {
            return;
        }
        if (signer.get().usable(clock.instant())) {
            layers.verifiedBy = signer.get().fingerprint();
        } else {
            alarms.raise(
                    new Alarms.Raised(
                            signer.get().owner(),
                            signer.get().fingerprint(),
                            "expired-used",
                            "mail"));
        }
    }

    /** A signature that no key of a known partner made. */
    private void strange(String from) {
        boolean known =
                !keys(from, KeyUsage.SMIME).isEmpty() || !keys(from, KeyUsage.OPENPGP).isEmpty();
        if (known) {
            alarms.raise(new Alarms.Raised(from, "", "unknown-key", "mail"));
        }
    }

    private static Opened.Readable readable(MimePart mail, String from, Layers layers) {
        MimePart inner = layers.now;
        String within = inner == mail ? "" : inner.readable("subject");
        List<Attached> files = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        collect(inner, text, files);
        return new Opened.Readable(
                from,
                mail.readable("message-id"),
                within.isEmpty() ? mail.readable("subject") : within,
                text.toString(),
                files,
                layers.encrypted,
                layers.verifiedBy);
    }

    private static void collect(MimePart part, StringBuilder text, List<Attached> files) {
        if (part.isMultipart()) {
            part.parts().forEach(child -> collect(child, text, files));
        } else if (part.type().name().equals("text/plain") && !part.isAttachment()) {
            String words = MimeContent.text(part);
            if (text.length() + words.length() > TEXT_CHARS_MAX) {
                throw new MimeReading.Unreadable(part.place(), "text-too-long");
            }
            text.append(text.isEmpty() ? "" : "\n").append(words);
        } else {
            files.add(new Attached(name(part), mediaType(part), MimeContent.bytes(part)));
        }
    }

    private static String name(MimePart part) {
        String plain = part.fileName().replaceAll("[\\p{Cntrl}/\\\\]+", "_").strip();
        String shortened =
                plain.length() > NAME_CHARS_MAX
                        ? plain.substring(plain.length() - NAME_CHARS_MAX)
                        : plain;
        return shortened.isBlank() ? "part-" + part.place() : shortened;
    }

    private static String mediaType(MimePart part) {
        String name = part.type().name();
        return name.matches("[\\w.+-]{1,60}/[\\w.+-]{1,100}") ? name : "application/octet-stream";
    }
}
