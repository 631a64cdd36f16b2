package az.qalxan.exchange.warning;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.access.Origin;
import az.qalxan.directory.Organisation;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.NoticePost;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes a warning as a mail in both languages, with the warning as CAP beside it. */
@Component
class WarningLetters {

    static final String TOPIC = "exchange.warning";

    private final WarningPack pack;
    private final WarningCap cap;
    private final Origin origin;
    private final Texts texts;

    WarningLetters(WarningPack pack, WarningCap cap, Origin origin, Texts texts) {
        this.pack = pack;
        this.cap = cap;
        this.origin = origin;
        this.texts = texts;
    }

    /** To which address which mail goes. */
    record To(UUID mail, String address, String kind) {}

    NoticePost.Outside of(Warning one, Organisation sender, To to) {
        String subject = subject(one, to, texts.in(Language.AZ));
        String words =
                words(one, sender, texts.in(Language.AZ))
                        + "\n\n----\n\n"
                        + words(one, sender, texts.in(Language.EN));
        NoticePost.Note note =
                new NoticePost.Note(
                        new NoticePost.Ref(TOPIC, to.mail().toString()),
                        new BodyCode(one.body()),
                        new Guard(one.said().handling(), null),
                        to.address(),
                        new NoticePost.Words(one.number(), one.path(), subject, words));
        return new NoticePost.Outside(
                note,
                List.of(
                        new Attached(
                                one.number() + ".cap.xml",
                                "application/cap+xml",
                                cap.xml(one).getBytes(StandardCharsets.UTF_8))));
    }

    private static String subject(Warning one, To to, Text text) {
        String kind = text.of("warning.kind." + one.kind().code());
        String subject =
                text.of(
                        to.kind().equals("reminder")
                                ? "warning.mail.subject-reminder"
                                : "warning.mail.subject",
                        kind,
                        one.said().az().headline(),
                        one.number());
        return one.drill() ? text.of("warning.mail.drill-subject", subject) : subject;
    }

    private String words(Warning one, Organisation sender, Text text) {
        String language = text.language().code();
        Warning.Wording wording = one.said().in(language);
        StringBuilder words = new StringBuilder();
        if (one.drill()) {
            words.append(text.of("warning.mail.drill")).append("\n\n");
        }
        words.append(wording.headline())
                .append('\n')
                .append(text.of("warning.kind." + one.kind().code()))
                .append(" · ")
                .append(pack.event(one.said().event()).in(language))
                .append(" · ")
                .append(text.of("warning.severity." + one.said().severity()))
                .append("\n\n")
                .append(wording.text());
        if (!wording.advice().isEmpty()) {
            words.append("\n\n→ ").append(wording.advice());
        }
        words.append("\n\n")
                .append(
                        text.of(
                                "warning.mail.acknowledge",
                                text.time(
                                        Objects.requireNonNull(one.course().releasedAt())
                                                .plus(
                                                        Duration.ofMinutes(
                                                                one.course().ackMinutes()))),
                                origin.link(one.path())))
                .append("\n\n")
                .append(
                        text.of(
                                "warning.mail.foot",
                                sender.name().in(language),
                                one.said().handling().label(),
                                one.number()));
        if (one.said().handling() != Handling.CLEAR) {
            words.append(' ').append(text.of("warning.handling." + one.said().handling().rank()));
        }
        return words.toString();
    }
}
