package az.qalxan.exchange.notice;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Origin;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.NoticePost;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes notices in the owner's language: what was seen where, what to do, how to answer. */
@Component
class Letters {

    static final String TOPIC = "exchange.notice";
    private static final int PLACES_NAMED = 20;

    private final NoticePack pack;
    private final Origin origin;
    private final Texts texts;

    Letters(NoticePack pack, Origin origin, Texts texts) {
        this.pack = pack;
        this.origin = origin;
        this.texts = texts;
    }

    /**
     * What a letter is about.
     *
     * @param link with which its receiver answers without signing in; empty in a reminder
     */
    record Subject(NoticeWritingStore.Written notice, Owner owner, String link) {}

    /** The first letter with everything in it. */
    NoticePost.Outside first(UUID mail, String to, Subject subject) {
        NoticeWritingStore.Written notice = subject.notice();
        Text text = texts.in(language(subject.owner()));
        String seen = things(notice.items(), text);
        String words =
                text.of(
                        "notice.mail.words",
                        subject.owner().name(),
                        notice.items().size(),
                        seen,
                        text.time(notice.dueAt()),
                        origin.link("/n/" + subject.link()),
                        notice.number());
        NoticePost.Note note =
                note(
                        mail,
                        to,
                        new About(notice.number(), notice.body(), notice.handling()),
                        new NoticePost.Words(
                                notice.number(),
                                "/notices/" + notice.number(),
                                text.of(
                                        "notice.mail.subject",
                                        notice.items().size(),
                                        notice.number()),
                                words));
        return new NoticePost.Outside(note, List.of(evidence(notice)));
    }

    /** Which notice, whose, how marked. */
    record About(String number, String body, az.qalxan.access.Handling handling) {}

    private static NoticePost.Note note(UUID mail, String to, About about, NoticePost.Words words) {
        return new NoticePost.Note(
                new NoticePost.Ref(TOPIC, mail.toString()),
                new BodyCode(about.body()),
                new Guard(about.handling(), null),
                to,
                words);
    }

    /** A letter without the evidence: the notice is still without an answer, or could not go. */
    NoticePost.Outside following(UUID mail, String to, String kind, Late late) {
        Text text = texts.in(language(late.told()));
        Notice notice = late.notice();
        String words =
                text.of(
                        "notice.mail." + kind,
                        late.owner().name(),
                        notice.number(),
                        text.time(notice.madeAt()),
                        origin.link(notice.path()));
        return new NoticePost.Outside(
                note(
                        mail,
                        to,
                        new About(notice.number(), notice.body(), notice.handling()),
                        new NoticePost.Words(
                                notice.number(),
                                notice.path(),
                                text.of("notice.mail.subject-" + kind, notice.number()),
                                words)),
                List.of());
    }

    /** A notice that goes on, whose it is, and who is told. */
    record Late(Notice notice, Owner owner, Owner told) {}

    private static Language language(Owner owner) {
        return owner.language().equals("en") ? Language.EN : Language.AZ;
    }

    /** Each kind of trouble with its places and the first thing to do. */
    private String things(List<ConcernStore.Concern> items, Text text) {
        Map<String, List<ConcernStore.Concern>> kinds = new LinkedHashMap<>();
        items.forEach(one ->
                kinds.computeIfAbsent(one.type(), type -> new java.util.ArrayList<>()).add(one));
        StringBuilder words = new StringBuilder();
        kinds.forEach((code, all) -> {
            Taxonomy.Type type = pack.taxonomy().known(code);
            words.append(text.pick(type.name().az(), type.name().en()))
                    .append(" (")
                    .append(all.size())
                    .append(")\n");
            all.stream().limit(PLACES_NAMED).forEach(one -> words.append(line(one, text)));
            if (all.size() > PLACES_NAMED) {
                words.append("  ")
                        .append(text.of("notice.mail.more", all.size() - PLACES_NAMED))
                        .append('\n');
            }
            words.append("  → ")
                    .append(text.pick(type.advice().az(), type.advice().en()))
                    .append("\n\n");
        });
        return words.toString().stripTrailing();
    }

    private static String line(ConcernStore.Concern one, Text text) {
        String identifier = one.identifier().isEmpty() ? "" : " · " + one.identifier();
        String again = one.state().equals("again") ? " · " + text.of("notice.mail.again") : "";
        return "  - %s%s · %s%s\n"
                .formatted(one.place(), identifier, text.time(one.lastAt()), again);
    }

    private static Attached evidence(NoticeWritingStore.Written notice) {
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "type",
                                "place",
                                "identifier",
                                "url",
                                "first_seen",
                                "last_seen",
                                "times",
                                "again",
                                "evidence"))) {
            for (ConcernStore.Concern one : notice.items()) {
                csv.row(row(one));
            }
        }
        return new Attached(
                notice.number() + ".csv",
                "text/csv",
                out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<?> row(ConcernStore.Concern one) {
        Instant first = one.firstAt();
        return List.of(
                one.type(),
                one.place(),
                one.identifier(),
                one.url(),
                first.toString(),
                one.lastAt().toString(),
                one.times(),
                one.state().equals("again") ? "yes" : "",
                one.evidence());
    }
}
