package az.qalxan.series.picture;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.series.picture.PictureDesk.Scope;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A series' pictures and graph as files; every export is recorded. */
@Controller
@RequestMapping("/series/{number}/picture")
class PictureExports {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType GRAPHML =
            MediaType.parseMediaType("application/graphml+xml;charset=UTF-8");
    private static final Set<String> PICTURES = Set.of("graph", "time", "map", "money");
    private static final Set<String> FORMS = Set.of("png", "svg");

    private final PictureDesk desk;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    PictureExports(PictureDesk desk, CurrentCaller callers, PageFrames frames, Clock clock) {
        this.desk = desk;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }

    @Requires("series:export")
    @GetMapping("/nodes.csv")
    ResponseEntity<String> nodes(@PathVariable String number, HttpServletRequest request) {
        return file(number, "nodes.csv", CSV, request, GraphFiles::nodesCsv);
    }

    @Requires("series:export")
    @GetMapping("/edges.csv")
    ResponseEntity<String> edges(@PathVariable String number, HttpServletRequest request) {
        return file(number, "edges.csv", CSV, request, GraphFiles::edgesCsv);
    }

    @Requires("series:export")
    @GetMapping("/graph.graphml")
    ResponseEntity<String> graphMl(@PathVariable String number, HttpServletRequest request) {
        return file(number, "graph.graphml", GRAPHML, request, GraphMl::of);
    }

    @Requires("series:export")
    @GetMapping("/series.json")
    ResponseEntity<GraphFiles.GraphJson> json(
            @PathVariable String number, HttpServletRequest request) {
        return file(
                number,
                "graph.json",
                MediaType.APPLICATION_JSON,
                request,
                drawing -> GraphFiles.json(drawing, clock.instant()));
    }

    private <T> ResponseEntity<T> file(
            String number,
            String what,
            MediaType type,
            HttpServletRequest request,
            Function<Drawing, T> write) {
        Text text = frames.of(request).text();
        Drawing drawing =
                PictureController.found(desk.export(PictureController.read(number), what, text));
        int ending = what.indexOf('.');
        String name =
                PictureStamp.file(drawing, what.substring(0, ending)) + what.substring(ending);
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(write.apply(drawing));
    }

    /** Records that a picture is made a file of, and gives what must stand on it. */
    @Requires("series:export")
    @PostMapping("/exports")
    ResponseEntity<PictureStamp> stamp(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String picture,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(name = "for", defaultValue = "") String scope,
            HttpServletRequest request) {
        Scope chosen = Scope.of(scope);
        String shown = PICTURES.contains(picture) ? picture : "graph";
        String what = shown + "." + (FORMS.contains(form) ? form : "png");
        Drawing drawing =
                PictureController.found(desk.stamp(PictureController.read(number), chosen, what));
        if (chosen == Scope.ALL && drawing.kept() > 0) {
            throw ProblemFound.of(PictureProblem.NOT_FOR_FILES, drawing.kept());
        }
        Text text = frames.of(request).text();
        Caller caller = callers.require();
        return ResponseEntity.ok(
                PictureStamp.of(drawing, shown, caller.name(), clock.instant(), text));
    }
}
