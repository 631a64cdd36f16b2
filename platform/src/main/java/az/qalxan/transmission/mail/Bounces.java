package az.qalxan.transmission.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads delivery status notifications (RFC 3464): which mail of ours did not reach its receiver.
 * The id of a mail is known to its receiver and the servers on the way alone, so nobody else can
 * make one come back.
 */
final class Bounces {

    private static final int FIELDS_CHARS_MAX = 65_536;
    private static final Pattern OURS =
            Pattern.compile(
                    "<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
                            + "@[^<>\\s]{1,190}>");
    private static final Pattern FIELD =
            Pattern.compile("(?im)^([a-z-]{1,40}):[ \\t]*([^\\r\\n]{0,500})");

    private Bounces() {}

    /**
     * That a mail did not arrive.
     *
     * @param mail ours
     * @param recipient in lower case; empty when the report does not say it
     * @param status of RFC 3463, for example 5.1.1
     */
    record Failed(UUID mail, String recipient, String status) {}

    /** What a mail reports as failed; nothing when it is no such report or cannot be read. */
    static List<Failed> read(byte[] mail) {
        try {
            MimePart whole = MimeReading.part(mail);
            boolean report =
                    whole.type().name().equals("multipart/report")
                            && whole.type()
                                    .parameter("report-type")
                                    .equalsIgnoreCase("delivery-status");
            return report ? failed(whole) : List.of();
        } catch (MimeReading.Unreadable e) {
            return List.of();
        }
    }

    private static List<Failed> failed(MimePart report) {
        Optional<UUID> mail = report.parts().stream().flatMap(one -> id(one).stream()).findFirst();
        if (mail.isEmpty()) {
            return List.of();
        }
        List<Failed> failed = new ArrayList<>();
        report.parts().stream()
                .filter(one -> one.type().name().equals("message/delivery-status"))
                .findFirst()
                .ifPresent(one -> {
                    for (String recipient : text(one).split("\\r?\\n[ \\t]*\\r?\\n")) {
                        recipient(mail.get(), recipient).ifPresent(failed::add);
                    }
                });
        return failed;
    }

    private static Optional<Failed> recipient(UUID mail, String fields) {
        if (!field(fields, "action").equalsIgnoreCase("failed")) {
            return Optional.empty();
        }
        String named = field(fields, "original-recipient");
        String recipient = named.isEmpty() ? field(fields, "final-recipient") : named;
        String address = recipient.substring(recipient.indexOf(';') + 1).strip();
        String status = field(fields, "status");
        return Optional.of(
                new Failed(
                        mail,
                        address.toLowerCase(Locale.ROOT).replaceAll("[<>]", ""),
                        status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}") ? status : ""));
    }

    private static String field(String fields, String name) {
        Matcher matcher = FIELD.matcher(fields);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                return matcher.group(2).strip();
            }
        }
        return "";
    }

    /** The id of our mail, from the part that returns it or its header. */
    private static Optional<UUID> id(MimePart part) {
        String type = part.type().name();
        if (!type.equals("message/rfc822") && !type.equals("text/rfc822-headers")) {
            return Optional.empty();
        }
        Matcher ours = OURS.matcher(field(text(part), "message-id").toLowerCase(Locale.ROOT));
        return ours.find() ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
    }

    private static String text(MimePart part) {
        byte[] bytes = MimeContent.bytes(part);
        return new String(
                bytes, 0, Math.min(bytes.length, FIELDS_CHARS_MAX), StandardCharsets.ISO_8859_1);
    }
}
