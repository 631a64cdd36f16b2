package az.qalxan.transmission;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Deliveries by hand: the list, and recording one. */
@Controller
@RequestMapping("/messages/by-hand")
class HandController {

    private final HandDeliveries deliveries;
    private final CurrentCaller callers;
    private final HandReading reading;

    HandController(HandDeliveries deliveries, CurrentCaller callers, HandReading reading) {
        this.deliveries = deliveries;
        this.callers = callers;
        this.reading = reading;
    }

    /** The list with the form, what was typed and what is wrong with it. */
    record ListPage(
            List<HandDeliveries.Row> rows,
            List<String> ways,
            HandReading.Sent form,
            String latest,
            List<Violation> violations) {

        ListPage {
            rows = List.copyOf(rows);
            violations = List.copyOf(violations);
        }

        String typed(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @Requires("transmission:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String list(Model model) {
        HandReading.Sent empty =
                new HandReading.Sent(
                        "out",
                        "post",
                        "",
                        callers.require().name(),
                        reading.latest(),
                        "",
                        "TLP:AMBER");
        model.addAttribute("page", page(empty, List.of()));
        return "transmission/by-hand";
    }

    private ListPage page(HandReading.Sent form, List<Violation> violations) {
        return new ListPage(
                deliveries.latest(),
                HandDelivery.WAYS.stream().sorted().toList(),
                form,
                reading.latest(),
                violations);
    }

    @Requires("transmission:create")
    @PostMapping
    @Transactional
    public ModelAndView record(
            @ModelAttribute HandReading.Sent sent,
            @RequestParam(name = "proof", required = false) @Nullable MultipartFile proof)
            throws IOException {
        List<Violation> wrong = new ArrayList<>();
        @Nullable HandDelivery read =
                reading.read(
                        new HandReading.Form(sent, proof, HandReading.Subject.NONE),
                        callers.require().body(),
                        wrong);
        if (read == null) {
            ModelAndView view = new ModelAndView("transmission/by-hand", "page", page(sent, wrong));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        deliveries.record(read, callers.require().name());
        return new ModelAndView("redirect:/messages/by-hand");
    }

    @Requires("transmission:read")
    @GetMapping("/{id}/proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID id) {
        Attached proof =
                deliveries.proof(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(proof.name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(proof.content());
    }
}
