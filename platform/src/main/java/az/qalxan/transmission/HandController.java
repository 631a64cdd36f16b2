package az.qalxan.transmission;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    HandController(
            HandDeliveries deliveries,
            CurrentCaller callers,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.deliveries = deliveries;
        this.callers = callers;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** The form as a browser sends it; {@code at} is local time. */
    record Sent(
            @Nullable String direction,
            @Nullable String way,
            @Nullable String partner,
            @Nullable String person,
            @Nullable String at,
            @Nullable String words,
            @Nullable String handling) {

        static String text(@Nullable String sent) {
            return sent == null ? "" : sent.strip();
        }
    }

    /** The list with the form, what was typed and what is wrong with it. */
    record ListPage(
            List<HandDeliveries.Row> rows,
            List<String> ways,
            Sent form,
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
        Sent empty =
                new Sent("out", "post", "", callers.require().name(), local(), "", "TLP:AMBER");
        model.addAttribute("page", page(empty, List.of()));
        return "transmission/by-hand";
    }

    private ListPage page(Sent form, List<Violation> violations) {
        return new ListPage(
                deliveries.latest(),
                HandDelivery.WAYS.stream().sorted().toList(),
                form,
                local(),
                violations);
    }

    private String local() {
        return clock.instant()
                .atZone(jurisdiction.zone())
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    @Requires("transmission:create")
    @PostMapping
    @Transactional
    public ModelAndView record(
            @ModelAttribute Sent sent,
            @RequestParam(name = "proof", required = false) @Nullable MultipartFile proof)
            throws IOException {
        List<Violation> wrong = new ArrayList<>();
        @Nullable HandDelivery read = read(sent, proof, wrong);
        if (read == null) {
            ModelAndView view = new ModelAndView("transmission/by-hand", "page", page(sent, wrong));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        deliveries.record(read, callers.require().name());
        return new ModelAndView("redirect:/messages/by-hand");
    }

    private @Nullable HandDelivery read(
            Sent sent, @Nullable MultipartFile proof, List<Violation> wrong) throws IOException {
        Caller caller = callers.require();
        String way = Sent.text(sent.way());
        if (!HandDelivery.WAYS.contains(way)) {
            wrong.add(Violation.at("way", "transmission.wrong.way", way));
        }
        length("partner", Sent.text(sent.partner()), 2, 300, wrong);
        length("person", Sent.text(sent.person()), 2, 200, wrong);
        length("words", Sent.text(sent.words()), 3, 2_000, wrong);
        @Nullable Instant at = moment(Sent.text(sent.at()));
        if (at == null || at.isAfter(clock.instant())) {
            wrong.add(Violation.at("at", "transmission.wrong.at", Sent.text(sent.at())));
        }
        @Nullable Handling handling = handling(Sent.text(sent.handling()));
        if (handling == null) {
            wrong.add(Violation.at("handling", "transmission.wrong.handling"));
        }
        @Nullable Attached file = file(proof, wrong);
        if (!wrong.isEmpty() || at == null || handling == null) {
            return null;
        }
        return new HandDelivery(
                caller.body(),
                new Guard(handling, null),
                !"in".equals(sent.direction()),
                way,
                "",
                "",
                Sent.text(sent.partner()),
                Sent.text(sent.person()),
                at,
                Sent.text(sent.words()),
                file);
    }

    private static void length(
            String field, String text, int least, int most, List<Violation> wrong) {
        if (text.length() < least || text.length() > most) {
            wrong.add(Violation.at(field, "transmission.wrong.length", least, most));
        }
    }

    private @Nullable Instant moment(String text) {
        try {
            return LocalDateTime.parse(text).atZone(jurisdiction.zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Handling handling(String label) {
        for (Handling one : Handling.values()) {
            if (one.label().equals(label)) {
                return one;
            }
        }
        return null;
    }

    private static @Nullable Attached file(@Nullable MultipartFile proof, List<Violation> wrong)
            throws IOException {
        if (proof == null || proof.isEmpty()) {
            return null;
        }
        if (proof.getSize() > HandDeliveries.PROOF_BYTES_MAX) {
            wrong.add(Violation.at("proof", "transmission.wrong.proof"));
            return null;
        }
        String given = proof.getOriginalFilename() == null ? "" : proof.getOriginalFilename();
        String name = given.replaceAll("[\\p{Cntrl}/\\\\]+", "_").strip();
        String shortened = name.length() > 150 ? name.substring(name.length() - 150) : name;
        // What a browser says of a file is not believed; it is only ever handed out as a download.
        return new Attached(
                shortened.isEmpty() ? "proof" : shortened,
                "application/octet-stream",
                proof.getBytes());
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
