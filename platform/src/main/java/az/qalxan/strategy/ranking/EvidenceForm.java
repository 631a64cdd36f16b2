package az.qalxan.strategy.ranking;

import az.qalxan.engines.law.Clause;
import az.qalxan.figure.Registers;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.law.Law;
import az.qalxan.strategy.Plans;
import az.qalxan.web.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody entered about a piece of evidence, and says everything that is wrong. */
@Component
final class EvidenceForm {

    /** Before the question's address in the names of fields. */
    static final String ANSWER = "answer-";

    private static final int TITLE_CHARS_MIN = 5;
    private static final int TITLE_CHARS_MAX = 300;
    private static final int REFERENCE_CHARS_MAX = 1_000;
    private static final int WORDS_CHARS_MAX = 4_000;
    private static final int MONTHS_MAX = 120;
    private static final int LINKS_MAX = 200;

    private final RankingPack pack;
    private final Jurisdiction jurisdiction;
    private final Registers registers;
    private final Plans plans;
    private final Law law;
    private final Grounds grounds;

    EvidenceForm(
            RankingPack pack,
            Jurisdiction jurisdiction,
            Registers registers,
            Plans plans,
            Law law,
            Grounds grounds) {
        this.pack = pack;
        this.jurisdiction = jurisdiction;
        this.registers = registers;
        this.plans = plans;
        this.law = law;
        this.grounds = grounds;
    }

    /** What was entered. */
    sealed interface Read {

        record Fine(Evidence.Content content) implements Read {}

        record Wrong(List<Violation> violations) implements Read {

            public Wrong {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Reads the fields of the form. */
    Read read(Map<String, String> given) {
        return new Reading(given).read();
    }

    private final class Reading {

        private final Map<String, String> given;
        private final List<Violation> wrong = new ArrayList<>();

        Reading(Map<String, String> given) {
            this.given = given;
        }

        Read read() {
            Optional<EvidenceKind> kind = EvidenceKind.of(text("kind"));
            if (kind.isEmpty()) {
                wrong.add(Violation.at("kind", "ranking.wrong.kind"));
                return new Read.Wrong(wrong);
            }
            Evidence.Content content =
                    new Evidence.Content(
                            kind.get(),
                            bounded("title", TITLE_CHARS_MIN, TITLE_CHARS_MAX),
                            reference(kind.get()),
                            dated(kind.get()),
                            months(kind.get()),
                            owner(),
                            bounded("words", 0, WORDS_CHARS_MAX),
                            links());
            return wrong.isEmpty() ? new Read.Fine(content) : new Read.Wrong(wrong);
        }

        private String text(String field) {
            return given.getOrDefault(field, "").strip();
        }

        private String bounded(String field, int least, int most) {
            String text = text(field);
            if (text.length() < least || text.length() > most) {
                wrong.add(Violation.at(field, "ranking.wrong.length", text.length(), least, most));
            }
            return text;
        }

        private String reference(EvidenceKind kind) {
            String text = bounded("reference", 1, REFERENCE_CHARS_MAX);
            boolean fine =
                    text.isEmpty()
                            || switch (kind) {
                                case DOCUMENT -> true;
                                case LINK -> isAddress(text);
                                case CLAUSE -> isClause(text);
                                case FIGURE -> registers.names().contains(text);
                                case STAGE -> isStage(text);
                            };
            if (!fine) {
                wrong.add(
                        Violation.at("reference", "ranking.wrong.reference." + kind.code(), text));
            }
            return text;
        }

        private boolean isClause(String text) {
            try {
                return law.book().instrument(Clause.of(text).instrument()).isPresent();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private boolean isStage(String text) {
            return Grounds.StageRef.parse(text)
                    .filter(stage ->
                            plans.current()
                                    .flatMap(plan -> plan.measure(stage.measure()))
                                    .isPresent())
                    .isPresent();
        }

        private LocalDate dated(EvidenceKind kind) {
            LocalDate today = grounds.today();
            String text = text("dated");
            if (text.isEmpty() && kind.live()) {
                return today;
            }
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.isAfter(today)) {
                    wrong.add(Violation.at("dated", "ranking.wrong.to-come", text));
                }
                return day;
            } catch (DateTimeException e) {
                wrong.add(Violation.at("dated", "ranking.wrong.day", text));
                return today;
            }
        }

        private int months(EvidenceKind kind) {
            String text = text("freshMonths");
            if (kind.live()) {
                return 0;
            }
            if (text.isEmpty()) {
                return kind.freshMonths();
            }
            int months = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
            if (months < 1 || months > MONTHS_MAX) {
                wrong.add(Violation.at("freshMonths", "ranking.wrong.months", text, MONTHS_MAX));
            }
            return months;
        }

        private String owner() {
            String text = text("owner");
            if (jurisdiction.body(text).isEmpty()) {
                wrong.add(Violation.at("owner", "ranking.wrong.owner"));
            }
            return text;
        }

        private List<Evidence.Link> links() {
            List<Evidence.Link> links = new ArrayList<>();
            given.forEach((field, value) -> {
                if (field.startsWith(ANSWER) && !value.isBlank()) {
                    Evidence.@Nullable Link link =
                            link(field.substring(ANSWER.length()), value.strip());
                    if (link == null) {
                        wrong.add(Violation.at(field, "ranking.wrong.answer", value));
                    } else {
                        links.add(link);
                    }
                }
            });
            if (links.isEmpty() && wrong.stream().noneMatch(this::isAnswer)) {
                wrong.add(Violation.at("answers", "ranking.wrong.no-answer"));
            }
            if (links.size() > LINKS_MAX) {
                wrong.add(Violation.at("answers", "ranking.wrong.answers", LINKS_MAX));
            }
            return links;
        }

        private boolean isAnswer(Violation one) {
            return one.location().startsWith(ANSWER);
        }

        private Evidence.@Nullable Link link(String address, String code) {
            Optional<QuestionRef> ref =
                    QuestionRef.parse(address)
                            .filter(one -> pack.catalogue().question(one).isPresent());
            Optional<Answer> answer =
                    Answer.parse(code)
                            .filter(one ->
                                    ref.flatMap(question ->
                                                    pack.catalogue()
                                                            .edition(
                                                                    question.ranking(),
                                                                    question.edition()))
                                            .filter(one::fits)
                                            .isPresent());
            return ref.isPresent() && answer.isPresent()
                    ? new Evidence.Link(ref.get(), answer.get())
                    : null;
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return text.matches("https?://\\S+")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The fields of a form that shows what a version says. */
    static Map<String, String> fields(Evidence.Content content) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", content.kind().code());
        fields.put("title", content.title());
        fields.put("reference", content.reference());
        fields.put("dated", content.dated().toString());
        fields.put(
                "freshMonths",
                content.freshMonths() == 0 ? "" : String.valueOf(content.freshMonths()));
        fields.put("owner", content.owner());
        fields.put("words", content.words());
        content.links().forEach(one -> fields.put(ANSWER + one.question(), one.answer().code()));
        return fields;
    }
}
