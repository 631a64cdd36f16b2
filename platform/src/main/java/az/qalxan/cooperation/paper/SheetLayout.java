package az.qalxan.cooperation.paper;

import az.qalxan.cooperation.paper.PaperWords.Said;
import az.qalxan.cooperation.paper.Sheet.Part;
import az.qalxan.cooperation.paper.Sheet.Row;
import az.qalxan.cooperation.paper.Sheet.Tick;
import az.qalxan.print.Printable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays a form out: which field comes where, under which number. */
final class SheetLayout {

    /** What an open field prints. */
    static final String DASH = "—";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

    private final PaperWords words;
    private final List<Part> parts = new ArrayList<>();
    private int number;

    private SheetLayout(PaperWords words) {
        this.words = words;
    }

    static Sheet of(PrintJob job) {
        PaperHead head = job.form().head();
        SheetLayout layout = new SheetLayout(PaperWords.with(head.language()));
        layout.lay(job.form());
        PaperWords words = layout.words;
        return new Sheet(
                words.of("paper.title." + job.kind().code()),
                letterhead(job.form()),
                head.basis(),
                head.marking().label(),
                head.reference(),
                layout.parts,
                words.of("paper.closing"),
                job.signer().subject(),
                job.signer().trial() ? words.of("paper.trial") : List.of());
    }

    private static String letterhead(PaperForm form) {
        return switch (form) {
            case PreservationForm one -> one.requesting().office().organisation();
            case Article31Form one -> one.requesting().office().organisation();
            case Letter one -> one.correspondence().from().organisation();
        };
    }

    private void lay(PaperForm form) {
        single("date", DAY.format(form.head().date()));
        single("reference", form.head().reference());
        switch (form) {
            case PreservationForm one -> preservation(one);
            case Article31Form one -> subscriberInformation(one);
            case Letter one -> letter(one);
        }
    }

    private void preservation(PreservationForm form) {
        PreservationForm.Status status = form.status();
        numbered(
                "status",
                ticks(
                        List.of(),
                        tick(!status.extension(), "status.new"),
                        tick(status.extension(), "status.extension")),
                row("previous-ticket", status.previousTicket()));
        authorities(form.requested(), form.requesting(), form.confirmation());
        office("investigative", form.investigative());
        PreservationForm.Contents contents = form.contents();
        heading("article-29");
        lettered("a", "contents.authority", row("", contents.authority()));
        lettered(
                "b",
                "contents.offence",
                row("offence", contents.offence()),
                row("facts", contents.facts()));
        lettered(
                "c",
                "contents.data",
                row("data", contents.data()),
                row("relation", contents.relation()));
        lettered(
                "d",
                "contents.custodian",
                row("custodian", contents.custodian()),
                row("location", contents.location()));
        lettered("e", "contents.necessity", row("", contents.necessity()));
        lettered("f", "contents.assistance", row("", contents.assistance()));
        lettered(
                "",
                "contents.path",
                ticks(
                        List.of(),
                        tick(contents.disclosePath(), "yes"),
                        tick(!contents.disclosePath(), "no")));
    }

    private void subscriberInformation(Article31Form form) {
        numbered(
                "status",
                ticks(
                        List.of(),
                        tick(form.status() == Article31Form.Status.NEW, "status.new"),
                        tick(
                                form.status() == Article31Form.Status.AFTER_ASSISTANCE,
                                "status.after-assistance"),
                        tick(
                                form.status() == Article31Form.Status.AFTER_PRESERVATION,
                                "status.after-preservation")));
        authorities(form.requested(), form.requesting(), form.confirmation());
        office("investigative", form.investigative());
        numbered(
                "prosecution",
                row("prosecution-office", form.prosecution().office()),
                row("court", form.prosecution().court()),
                row("decisions", form.prosecution().decisions()));
        previous("previous-assistance", form.previousAssistance());
        previous("previous-preservation", form.previousPreservation());
        single("domestic-basis", form.domesticBasis());
        Article31Form.Contents contents = form.contents();
        heading("asked");
        lettered("", "offence", row("", contents.offence()));
        lettered("", "facts", row("", contents.facts()));
        lettered("", "subscriber", row("", contents.subscriber()));
        lettered("", "wanted", row("", contents.wanted()));
        lettered("", "provider", row("", contents.provider()));
        lettered("", "contents.necessity", row("", contents.necessity()));
        lettered("", "urgency", row("", contents.urgency()));
        lettered("", "confidentiality", row("", contents.confidentiality()));
    }

    private void letter(Letter letter) {
        Letter.Correspondence about = letter.correspondence();
        single("their-reference", about.theirReference());
        single("subject", about.subject());
        single("from", block(about.from()));
        single("to", block(about.to()));
        switch (letter) {
            case Letter.Acknowledgement one -> acknowledgement(one);
            case Letter.Answer one -> {
                single("outcome", one.outcome());
                single("text", one.text());
                numbered("enclosures", enclosures(one.enclosures()));
            }
            case Letter.Refusal one -> {
                single("ground", one.ground());
                single("clause", one.clause());
                single("reasons", one.reasons());
                single("granted", one.granted());
                single("remedy", one.remedy());
            }
            case Letter.Extension one -> extension(one);
            case Letter.Disclosure one -> {
                single("data-handed", one.data());
                numbered("enclosures", enclosures(one.enclosures()));
                single("limits", one.limits());
                single("custody", one.custody());
            }
            case Letter.Emergency one -> {
                single("danger", one.danger());
                single("persons", one.persons());
                single("data-needed", one.data());
                single("provider", one.provider());
                single("needed", moment(one.needed()));
                single("link", one.link());
            }
            case Letter.Forwarding one -> forwarding(one);
        }
    }

    private void acknowledgement(Letter.Acknowledgement one) {
        single("received", moment(one.received()));
        single("channel", one.channel());
        single("competent", one.competent());
        numbered("terms", terms(one.terms()));
        single("missing", one.missing());
        single("duty", one.duty());
    }

    private void extension(Letter.Extension one) {
        numbered(
                "extension",
                ticks(
                        List.of(),
                        tick(one.asked(), "extension.asked"),
                        tick(!one.asked(), "extension.made")));
        single("clause", one.clause());
        single("until", day(one.until()));
        single("reason", one.reason());
    }

    private void forwarding(Letter.Forwarding one) {
        single("origin", one.origin());
        single("received", moment(one.received()));
        single("clause", one.clause());
        single("reason", one.reason());
        numbered("terms", terms(one.terms()));
        numbered("enclosures", enclosures(one.enclosures()));
    }

    private void authorities(Office requested, Authority requesting, Confirmation confirmation) {
        single("requested", block(requested));
        List<Row> rows = new ArrayList<>(rows(requesting.office()));
        rows.add(row("hours", requesting.hours()));
        rows.add(row("zone", zone(requesting.zone())));
        rows.add(
                ticks(
                        words.of("paper.field.reply"),
                        tick(requesting.expedited(), "reply.expedited"),
                        tick(!requesting.reply().isEmpty(), "reply.means")));
        rows.add(row("reply-means", requesting.reply()));
        numbered("requesting", rows.toArray(new Row[0]));
        numbered(
                "confirmation",
                row("name", confirmation.name()),
                row("job", confirmation.title()),
                row("function", confirmation.function()),
                row("phone", confirmation.phone()),
                row("mobile", confirmation.mobile()),
                row("email", confirmation.email()));
    }

    private void office(String field, Office office) {
        if (block(office).isEmpty()) {
            single(field, "");
        } else {
            numbered(field, rows(office).toArray(new Row[0]));
        }
    }

    /** What is known of an office, as on an envelope. */
    private static String block(Office office) {
        return Stream.of(
                        office.organisation(),
                        office.person(),
                        office.address(),
                        office.phone(),
                        office.mobile(),
                        office.email(),
                        office.fax())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private List<Row> rows(Office office) {
        return List.of(
                row("organisation", office.organisation()),
                row("person", office.person()),
                row("address", office.address()),
                row("phone", office.phone()),
                row("mobile", office.mobile()),
                row("email", office.email()),
                row("fax", office.fax()));
    }

    private void previous(String field, Article31Form.PreviousRequest request) {
        if (request.equals(Article31Form.PreviousRequest.NONE)) {
            single(field, "");
            return;
        }
        numbered(
                field,
                row("date", day(request.date())),
                row("ticket", request.ticket()),
                row("requester", request.requester()),
                row("responder", request.responder()),
                row("channel", request.channel()));
    }

    private Row terms(List<Letter.Term> terms) {
        return row(
                "",
                terms.stream()
                        .map(term ->
                                term.name() + " (" + term.clause() + "): " + moment(term.end()))
                        .collect(Collectors.joining("\n")));
    }

    private Row enclosures(List<Letter.Enclosure> files) {
        return row(
                "",
                IntStream.range(0, files.size())
                        .mapToObj(i -> (i + 1) + ". " + enclosure(files.get(i)))
                        .collect(Collectors.joining("\n")));
    }

    private static String enclosure(Letter.Enclosure file) {
        return file.name() + " · " + file.bytes() + " B\nSHA-256 " + file.sha256();
    }

    /** Where two countries meet a time stands with its zone and in UTC. */
    static String moment(ZonedDateTime at) {
        String there = MINUTE.format(at) + " (" + at.getZone() + ", UTC" + offset(at) + ")";
        return at.getOffset().equals(ZoneOffset.UTC)
                ? MINUTE.format(at) + " UTC"
                : there + "\n= " + MINUTE.format(at.withZoneSameInstant(ZoneOffset.UTC)) + " UTC";
    }

    private static String offset(ZonedDateTime at) {
        return at.getOffset().equals(ZoneOffset.UTC) ? "" : at.getOffset().getId();
    }

    private static String zone(String zone) {
        return zone.isEmpty() ? "" : ZoneId.of(zone).getId();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private void heading(String key) {
        parts.add(new Part("", words.of("paper.heading." + key), List.of()));
    }

    private void single(String field, String value) {
        numbered(field, row("", value));
    }

    private void numbered(String field, Row... rows) {
        number++;
        parts.add(
                new Part(String.valueOf(number), words.of("paper.field." + field), List.of(rows)));
    }

    private void lettered(String letter, String field, Row... rows) {
        parts.add(new Part(letter, words.of("paper.field." + field), List.of(rows)));
    }

    private Row row(String field, String value) {
        List<Said> label = field.isEmpty() ? List.of() : words.of("paper.field." + field);
        String shown = Printable.of(value);
        return new Row(label, shown.isBlank() ? DASH : shown, List.of());
    }

    private static Row ticks(List<Said> label, Tick... ticks) {
        return new Row(label, "", List.of(ticks));
    }

    private Tick tick(boolean on, String field) {
        return new Tick(on, words.of("paper.field." + field));
    }
}
