package az.qalxan.series;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Common identifiers: what was found, and what people rule about it. */
@Controller
@RequestMapping("/series/hubs")
class HubController {

    private static final int ROWS = 50;

    private final HubDesk desk;
    private final LinkWords words;

    HubController(HubDesk desk, LinkWords words) {
        this.desk = desk;
        this.words = words;
    }

    /**
     * The list.
     *
     * @param hubs whether what links nothing is shown, or what links although it is frequent
     * @param next the place of the next page; empty on the last one
     */
    record HubPage(
            boolean hubs,
            List<HubRow> rows,
            String next,
            List<IdentifierRuling> rulings,
            LinkWords words) {

        HubPage {
            rows = List.copyOf(rows);
            rulings = List.copyOf(rulings);
        }
    }

    @Requires("series:read")
    @GetMapping
    String page(
            @RequestParam(defaultValue = "hubs") String show,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        boolean hubs = !show.equals("frequent");
        List<HubRow> rows = desk.page(hubs, HubRow.HubPlace.read(after), ROWS + 1);
        boolean more = rows.size() > ROWS;
        List<HubRow> shown = more ? rows.subList(0, ROWS) : rows;
        model.addAttribute(
                "page",
                new HubPage(
                        hubs,
                        shown,
                        more ? shown.getLast().place().token() : "",
                        desk.rulings(),
                        words));
        return "series/hubs";
    }

    @Requires("series:administer")
    @PostMapping("/rulings")
    String rule(@RequestParam long key, @RequestParam String verdict, @RequestParam String reason) {
        SeriesDesk.Deciding outcome =
                desk.rule(key, verdict.equals("hub"), EnteredReason.of(reason));
        if (outcome instanceof SeriesDesk.Deciding.Absent) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/series/hubs#rulings";
    }

    @Requires("series:administer")
    @PostMapping("/rulings/{id}/undo")
    String undo(@PathVariable UUID id, @RequestParam String reason) {
        if (desk.undo(id, EnteredReason.of(reason)) instanceof SeriesDesk.Deciding.Absent) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/series/hubs#rulings";
    }
}
