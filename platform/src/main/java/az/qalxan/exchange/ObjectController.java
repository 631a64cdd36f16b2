package az.qalxan.exchange;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.CsvDownload;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One object of a collection: its versions, its markings, who received it. */
@Controller
@RequestMapping("/exchange/collections/{collection}/objects/{object}")
class ObjectController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CollectionDesk desk;
    private final ShownDesk shown;
    private final CopyDesk copies;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final PageFrames frames;

    ObjectController(
            CollectionDesk desk,
            ShownDesk shown,
            CopyDesk copies,
            BodyNames names,
            CurrentCaller callers,
            PageFrames frames) {
        this.desk = desk;
        this.shown = shown;
        this.copies = copies;
        this.names = names;
        this.callers = callers;
        this.frames = frames;
    }

    /** A version with those who received it. */
    record Version(ShownVersion shown, String body, List<CollectionController.Received> received) {

        Version {
            received = List.copyOf(received);
        }
    }

    /**
     * An object, its newest version first.
     *
     * @param copy as what it is a copy of the viewer's body; null for any other
     */
    record ObjectPage(
            ThreatCollection collection, List<Version> versions, CopyStore.@Nullable Copy copy) {

        ObjectPage {
            versions = List.copyOf(versions);
        }

        ShownVersion newest() {
            return versions.getFirst().shown();
        }

        /** Whether somebody has an earlier version who may not have got the newest. */
        boolean behind(CollectionController.Received received) {
            return versions.getFirst().received().stream()
                    .noneMatch(one -> one.delivery().body().equals(received.delivery().body()));
        }
    }

    @Requires("exchange:read")
    @GetMapping
    String page(
            @PathVariable UUID collection,
            @PathVariable String object,
            HttpServletRequest request,
            Model model) {
        Reachable place = place(collection);
        Text text = frames.of(request).text();
        List<Version> versions =
                shown.object(callers.require(), collection, object).stream()
                        .map(one -> version(collection, one, text))
                        .toList();
        model.addAttribute(
                "page",
                new ObjectPage(
                        place.collection(),
                        versions,
                        copies.find(collection, object).orElse(null)));
        return "exchange/object";
    }

    private Reachable place(UUID collection) {
        return desk.find(collection)
                .filter(Reachable::canRead)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private Version version(UUID collection, ShownVersion one, Text text) {
        return new Version(one, name(one.body(), text), received(collection, one, text));
    }

    private List<CollectionController.Received> received(
            UUID collection, ShownVersion one, Text text) {
        return shown.receivers(collection, one).stream()
                .map(got -> new CollectionController.Received(got, name(got.body(), text)))
                .toList();
    }

    private String name(String body, Text text) {
        return names.acronym(new BodyCode(body), text.language());
    }

    /** Who received which version, as a file. */
    @Requires("exchange:export")
    @GetMapping("/receivers.csv")
    ResponseEntity<String> receivers(
            @PathVariable UUID collection,
            @PathVariable String object,
            HttpServletRequest request) {
        place(collection);
        Text text = frames.of(request).text();
        StringBuilder file = new StringBuilder();
        try (CsvDownload csv = new CsvDownload(file, columns(text))) {
            for (ShownVersion one : shown.object(callers.require(), collection, object)) {
                received(collection, one, text).forEach(got -> csv.row(cells(one, got, text)));
            }
        }
        shown.noteExport(collection, object);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qalxan-receivers.csv\"")
                .body(file.toString());
    }

    private static List<String> columns(Text text) {
        return List.of(
                text.of("object.version"),
                text.of("received.body"),
                text.of("received.who"),
                text.of("received.at"),
                text.of("received.door"));
    }

    private static List<String> cells(
            ShownVersion one, CollectionController.Received got, Text text) {
        return List.of(
                one.version(),
                got.body(),
                got.delivery().receiver(),
                got.delivery().at().toString(),
                text.of("received.door." + got.delivery().door()));
    }
}
