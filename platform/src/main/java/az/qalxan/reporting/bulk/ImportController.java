package az.qalxan.reporting.bulk;

import az.qalxan.web.Requires;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports for people. */
@Controller
@RequestMapping("/imports")
class ImportController {

    private final ImportDesk desk;

    ImportController(ImportDesk desk) {
        this.desk = desk;
    }

    /** The imports of the caller's body. */
    record ListPage(java.util.List<ImportStatus> imports) {}

    /** One import with what is wrong in it. */
    record DetailPage(ImportStatus status, ImportFile.Preview preview, boolean repeated) {}

    @Requires("reporting:create")
    @GetMapping
    String list(Model model) {
        model.addAttribute("page", new ListPage(desk.newest()));
        return "reporting/bulk/list";
    }

    @Requires("reporting:create")
    @PostMapping
    String receive(@RequestParam("file") MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            Imports.Received received = desk.receive(name == null ? "import.csv" : name, content);
            return "redirect:/imports/" + received.id() + (received.repeated() ? "?repeated" : "");
        }
    }

    @Requires("reporting:create")
    @GetMapping("/{id}")
    String detail(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String repeated,
            Model model) {
        ImportStatus status = desk.find(id);
        model.addAttribute("page", new DetailPage(status, desk.preview(status), repeated != null));
        return "reporting/bulk/detail";
    }

    /** The part that the page asks for again while an import runs. */
    @Requires("reporting:create")
    @GetMapping("/{id}/progress")
    String progress(@PathVariable UUID id, Model model) {
        model.addAttribute("status", desk.find(id));
        return "reporting/bulk/progress";
    }

    @Requires("reporting:create")
    @PostMapping("/{id}/start")
    String start(@PathVariable UUID id) {
        return "redirect:/imports/" + desk.start(id).id();
    }

    @Requires("reporting:create")
    @PostMapping("/{id}/pause")
    String pause(@PathVariable UUID id) {
        return "redirect:/imports/" + desk.pause(id).id();
    }

    @Requires("reporting:create")
    @PostMapping("/{id}/drop")
    String drop(@PathVariable UUID id) {
        return "redirect:/imports/" + desk.drop(id).id();
    }
}
