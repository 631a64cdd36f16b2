package az.qalxan.series;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Linking everything anew, for operators' programs. */
@RestController
@RequestMapping("/api/series/relink")
@Tag(name = "Series")
class RelinkApi {

    private final Relinking relinking;

    RelinkApi(Relinking relinking) {
        this.relinking = relinking;
    }

    @Operation(
            summary = "How far linking everything anew is",
            description = "404: nothing was ever linked anew.")
    @Requires("series:administer")
    @GetMapping
    RelinkProgress progress() {
        return relinking.progress().orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Operation(summary = "Link everything anew, or go on with what is paused")
    @Requires("series:administer")
    @PostMapping("/start")
    RelinkProgress start() {
        return relinking.start();
    }

    @Operation(summary = "Pause; new reports are linked meanwhile", description = "409: none runs.")
    @Requires("series:administer")
    @PostMapping("/pause")
    RelinkProgress pause() {
        if (!relinking.pause()) {
            throw ProblemFound.of(SeriesProblem.RELINK_STATE);
        }
        return progress();
    }

    @Operation(summary = "Give a paused one up", description = "409: none is paused.")
    @Requires("series:administer")
    @PostMapping("/drop")
    RelinkProgress drop() {
        if (!relinking.drop()) {
            throw ProblemFound.of(SeriesProblem.RELINK_STATE);
        }
        return progress();
    }
}
