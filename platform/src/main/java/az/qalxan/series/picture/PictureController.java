package az.qalxan.series.picture;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.series.SeriesNumber;
import az.qalxan.series.picture.PictureDesk.Scope;
import az.qalxan.web.PageFrame;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pictures of one series: the page, what is drawn on it, and the same as a table. */
@Controller
@RequestMapping("/series/{number}/picture")
class PictureController {

    private final PictureDesk desk;
    private final SeriesGraphs graphs;
    private final Jurisdiction jurisdiction;
    private final PageFrames frames;

    PictureController(
            PictureDesk desk, SeriesGraphs graphs, Jurisdiction jurisdiction, PageFrames frames) {
        this.desk = desk;
        this.graphs = graphs;
        this.jurisdiction = jurisdiction;
        this.frames = frames;
    }

    @Requires("series:read")
    @GetMapping
    String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String detail,
            @RequestParam(name = "for", defaultValue = "") String scope,
            HttpServletRequest request,
            Model model) {
        PageFrame frame = frames.of(request);
        Scope chosen = Scope.of(scope);
        Drawing drawing = found(desk.head(read(number), chosen));
        if (!drawing.number().equals(number)) {
            return "redirect:/series/" + drawing.number() + "/picture";
        }
        model.addAttribute(
                "page",
                new PicturePage(
                        drawing,
                        Detail.of(detail),
                        chosen,
                        frame.viewer().may("assets:read"),
                        jurisdiction.zone().getId()));
        return "series/picture/page";
    }

    /** What the graph, the timeline and the map are drawn from; the view is recorded. */
    @Requires("series:read")
    @GetMapping("/graph.json")
    ResponseEntity<PictureMessage> graph(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String detail,
            @RequestParam(name = "for", defaultValue = "") String scope,
            HttpServletRequest request) {
        Text text = frames.of(request).text();
        Drawing drawing = found(desk.view(read(number), Scope.of(scope), text));
        return ResponseEntity.ok(
                PictureMessage.of(
                        new PictureMessage.SeriesGlance(
                                drawing.number(),
                                drawing.handling().label(),
                                drawing.series().whole()),
                        graphs.regions(drawing.members(), text),
                        Picture.of(drawing.graph(), Detail.of(detail))));
    }

    /** Where the money went; the view is recorded. */
    @Requires("assets:read")
    @GetMapping("/money.json")
    ResponseEntity<MoneyPicture> money(
            @PathVariable String number,
            @RequestParam(name = "for", defaultValue = "") String scope,
            HttpServletRequest request) {
        Text text = frames.of(request).text();
        return ResponseEntity.ok(
                MoneyPicture.of(found(desk.money(read(number), Scope.of(scope), text))));
    }

    /** The same as a table; the view is recorded. */
    @Requires("series:read")
    @GetMapping("/table")
    String table(@PathVariable String number, HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        Drawing drawing = found(desk.view(read(number), Scope.ALL, text));
        model.addAttribute(
                "page", PictureTable.of(drawing, graphs.regions(drawing.members(), text)));
        return "series/picture/table";
    }

    static SeriesNumber read(String number) {
        return SeriesNumber.read(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    static <T> T found(Optional<T> asked) {
        return asked.orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
