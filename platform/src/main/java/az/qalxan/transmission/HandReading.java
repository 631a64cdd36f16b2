package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Violation;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads the form in which somebody records a delivery by hand; says all that is wrong at once. */
@Component
public class HandReading {

    private final Jurisdiction jurisdiction;
    private final Clock clock;

    HandReading(Jurisdiction jurisdiction, Clock clock) {
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** The form as a browser sends it; {@code at} is local time. */
    public record Sent(
            @Nullable String direction,
            @Nullable String way,
            @Nullable String partner,
            @Nullable String person,
            @Nullable String at,
            @Nullable String words,
            @Nullable String handling) {

        static String text(@Nullable String sent) {
            return sent == null ? "" : sent.strip();
        }
    }

    /**
     * What was delivered, of which module's things.
     *
     * @param kind for example {@code request}; empty for nothing of ours
     * @param guard who may know of it; null lets the form say the marking
     */
    public record Subject(String kind, String id, @Nullable Guard guard) {

        /** Nothing that stands here. */
        public static final Subject NONE = new Subject("", "", null);
    }

    /** A form with its proof and what it is about. */
    public record Form(Sent sent, @Nullable MultipartFile proof, Subject subject) {}

    /** Now, as a date field wants it. */
    public String latest() {
        return clock.instant()
                .atZone(jurisdiction.zone())
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    /** The delivery; null when something is wrong, which then stands in the list. */
    public @Nullable HandDelivery read(Form form, BodyCode body, List<Violation> wrong)
            throws IOException {
        Sent sent = form.sent();
        String way = Sent.text(sent.way());
        if (!HandDelivery.WAYS.contains(way)) {
            wrong.add(Violation.at("way", "transmission.wrong.way", way));
        }
        length(new Field("partner", Sent.text(sent.partner())), 2, 300, wrong);
        length(new Field("person", Sent.text(sent.person())), 2, 200, wrong);
        length(new Field("words", Sent.text(sent.words())), 3, 2_000, wrong);
        @Nullable Instant at = moment(Sent.text(sent.at()));
        if (at == null || at.isAfter(clock.instant())) {
            wrong.add(Violation.at("at", "transmission.wrong.at", Sent.text(sent.at())));
        }
        @Nullable Guard guard = guard(form, wrong);
        @Nullable Attached file = file(form.proof(), wrong);
        if (!wrong.isEmpty() || at == null || guard == null) {
            return null;
        }
        return new HandDelivery(
                body,
                guard,
                !"in".equals(sent.direction()),
                way,
                form.subject().kind(),
                form.subject().id(),
                Sent.text(sent.partner()),
                Sent.text(sent.person()),
                at,
                Sent.text(sent.words()),
                file);
    }

    private record Field(String name, String text) {}

    private static void length(Field field, int least, int most, List<Violation> wrong) {
        if (field.text().length() < least || field.text().length() > most) {
            wrong.add(Violation.at(field.name(), "transmission.wrong.length", least, most));
        }
    }

    private static @Nullable Guard guard(Form form, List<Violation> wrong) {
        if (form.subject().guard() != null) {
            return form.subject().guard();
        }
        @Nullable Handling handling = handling(Sent.text(form.sent().handling()));
        if (handling == null) {
            wrong.add(Violation.at("handling", "transmission.wrong.handling"));
            return null;
        }
        return new Guard(handling, null);
    }

    private @Nullable Instant moment(String text) {
        try {
            return LocalDateTime.parse(text).atZone(jurisdiction.zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Handling handling(String label) {
        for (Handling one : Handling.values()) {
            if (one.label().equals(label)) {
                return one;
            }
        }
        return null;
    }

    private static @Nullable Attached file(@Nullable MultipartFile proof, List<Violation> wrong)
            throws IOException {
        if (proof == null || proof.isEmpty()) {
            return null;
        }
        if (proof.getSize() > HandDeliveries.PROOF_BYTES_MAX) {
            wrong.add(Violation.at("proof", "transmission.wrong.proof"));
            return null;
        }
        String given = proof.getOriginalFilename() == null ? "" : proof.getOriginalFilename();
        String name = given.replaceAll("[\\p{Cntrl}/\\\\]+", "_").strip();
        String shortened = name.length() > 150 ? name.substring(name.length() - 150) : name;
        // What a browser says of a file is not believed; it is only ever handed out as a download.
        return new Attached(
                shortened.isEmpty() ? "proof" : shortened,
                "application/octet-stream",
                proof.getBytes());
    }
}
