package az.qalxan.strategy.ranking;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Questions and evidence of rankings as files. */
@Controller
@RequestMapping("/strategy/rankings")
class RankingFiles {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final RankingDesk desk;
    private final PageFrames frames;
    private final AuditLog audit;

    RankingFiles(RankingDesk desk, PageFrames frames, AuditLog audit) {
        this.desk = desk;
        this.frames = frames;
        this.audit = audit;
    }

    @Requires("strategy:export")
    @GetMapping(RankingController.EDITION + "/questions.csv")
    @Transactional
    public ResponseEntity<String> questions(
            @PathVariable String ranking,
            @PathVariable String edition,
            HttpServletRequest request) {
        RankingWords words = new RankingWords(frames.of(request).text());
        Scored scored = desk.board().scored(desk.edition(ranking, edition));
        RankingDesk.Costs costs = desk.costs();
        StringWriter out = new StringWriter();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "group",
                                "question",
                                "title",
                                "weight",
                                "weight_standing",
                                "met",
                                "at_least",
                                "at_most",
                                "too_old_from",
                                "evidence",
                                "owner",
                                "measures"))) {
            for (Question question : scored.edition().questions()) {
                Answered one = scored.of(question);
                RankingAnswers.QuestionAnswer answer = RankingAnswers.QuestionAnswer.of(one);
                csv.row(
                        java.util.Arrays.asList(
                                question.group(),
                                question.code(),
                                words.in(question.topic().title()),
                                answer.weight(),
                                answer.weightStanding(),
                                answer.met(),
                                answer.low(),
                                answer.high(),
                                answer.staleOn(),
                                String.join(
                                        " ",
                                        answer.evidence().stream().map(String::valueOf).toList()),
                                desk.acronym(desk.owner(question.topic())),
                                String.join(
                                        " ",
                                        costs.of(question.topic()).stream()
                                                .map(Cost::code)
                                                .toList())));
            }
        }
        exported(ranking + ":" + edition);
        return file(out, "qalxan-%s-%s.csv".formatted(ranking, edition));
    }

    @Requires("strategy:export")
    @GetMapping("/evidence.csv")
    @Transactional
    public ResponseEntity<String> evidence() {
        Board board = desk.board();
        StringWriter out = new StringWriter();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "number",
                                "version",
                                "kind",
                                "title",
                                "reference",
                                "dated",
                                "too_old_from",
                                "holding",
                                "owner",
                                "answers"))) {
            for (Evidence one : board.evidence()) {
                Evidence.Content content = one.content();
                csv.row(
                        java.util.Arrays.asList(
                                one.number(),
                                one.version(),
                                content.kind().code(),
                                content.title(),
                                content.reference(),
                                content.dated(),
                                content.staleOn(),
                                board.seen().of(content).code(),
                                desk.acronym(content.owner()),
                                String.join(
                                        " ",
                                        content.links().stream()
                                                .map(link ->
                                                        link.question()
                                                                + "="
                                                                + link.answer().code())
                                                .toList())));
            }
        }
        exported("evidence");
        return file(out, "qalxan-ranking-evidence.csv");
    }

    private void exported(String what) {
        audit.record(RankingAct.EXPORTED, AuditSubject.of("ranking", what), Map.of());
    }

    private static ResponseEntity<String> file(StringWriter out, String name) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(out.toString());
    }
}
