package az.qalxan.engines.content;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the header of a mail says, and each hand that it went through. */
final class MailHeaders {

    private static final int HOPS_MAX = 50;
    private static final int HOP_MAX = 2_000;
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("from", "mail.from"),
                    Map.entry("sender", "mail.sender"),
                    Map.entry("reply-to", "mail.reply-to"),
                    Map.entry("to", "mail.to"),
                    Map.entry("cc", "mail.cc"),
                    Map.entry("bcc", "mail.bcc"),
                    Map.entry("subject", "mail.subject"),
                    Map.entry("date", "mail.date"),
                    Map.entry("message-id", "mail.id"),
                    Map.entry("in-reply-to", "mail.answers"),
                    Map.entry("return-path", "mail.return-path"),
                    Map.entry("x-mailer", "mail.program"),
                    Map.entry("user-agent", "mail.program"),
                    Map.entry("x-originating-ip", "mail.origin"),
                    Map.entry("x-sender-ip", "mail.origin"),
                    Map.entry("authentication-results", "mail.checks"),
                    Map.entry("received-spf", "mail.spf"));
    private static final Pattern FROM = Pattern.compile("(?i)\\bfrom\\s+(\\S{1,255})");
    private static final Pattern BY = Pattern.compile("(?i)\\bby\\s+(\\S{1,255})");
    private static final Pattern ADDRESS = Pattern.compile("\\[(?:IPv6:)?([0-9a-fA-F:.]{3,45})\\]");

    private final PartDraft draft;
    private final Reading reading;
    private final List<String> received = new ArrayList<>();
    private String subject = "";
    private String from = "";
    private String date = "";

    MailHeaders(PartDraft draft, Reading reading) {
        this.draft = draft;
        this.reading = reading;
    }

    void take(String name, String body) {
        if (name.equals("received")) {
            if (received.size() < HOPS_MAX) {
                received.add(Texts.line(body, HOP_MAX));
            }
            return;
        }
        String key = FIELDS.get(name);
        if (key != null) {
            String text = Texts.line(HeaderParameters.words(body), Field.VALUE_MAX);
            draft.field(key, text);
            switch (name) {
                case "subject" -> subject = text;
                case "from" -> from = text;
                case "date" -> date = text;
                default -> {}
            }
        }
    }

    /** Tells when it was written and each hop, the first one first. */
    void finish() throws IOException {
        String what = from.isEmpty() ? subject : from + ": " + subject;
        Optional<Instant> sent = Dates.mail(date);
        if (sent.isPresent()) {
            Reading.Happening happening = new Reading.Happening(MomentKind.SENT, what, from, "");
            reading.moment(draft, sent.get(), happening, false);
        }
        for (String hop : received.reversed()) {
            hop(hop);
        }
    }

    private void hop(String raw) throws IOException {
        int semicolon = raw.lastIndexOf(';');
        String way = semicolon < 0 ? raw : raw.substring(0, semicolon);
        Optional<Instant> at = Dates.mail(semicolon < 0 ? raw : raw.substring(semicolon + 1));
        String by = first(BY, way);
        String told =
                first(FROM, way)
                        + bracketed(first(ADDRESS, way))
                        + " → "
                        + by
                        + at.map(time -> ", " + time).orElse("");
        draft.field("mail.hop", told.strip());
        if (at.isPresent()) {
            Reading.Happening happening =
                    new Reading.Happening(MomentKind.RELAYED, subject + " | " + told, "", by);
            reading.moment(draft, at.get(), happening, false);
        }
    }

    private static String bracketed(String address) {
        return address.isEmpty() ? "" : " [" + address + "]";
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
