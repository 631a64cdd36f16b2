package az.qalxan.ledger.watch;

import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Makes proofs of completeness for people. */
@Controller
class ProofController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final LogDesk desk;

    ProofController(LogDesk desk) {
        this.desk = desk;
    }

    @Requires("ledger:export")
    @PostMapping("/journal/log/proof")
    Object make(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until)
            throws IOException {
        ProofForm form = new ProofForm(kind, id, from, until);
        List<Violation> wrong = form.violations();
        if (!wrong.isEmpty()) {
            ModelAndView view =
                    new ModelAndView(
                            "ledger/watch/proof",
                            Map.of("page", new LogController.ProofPage(form, wrong)));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return file(desk.prove(form.question()));
    }

    /** Hands a file out and removes it. */
    static ResponseEntity<Resource> file(Path path) throws IOException {
        long length = Files.size(path);
        InputStream in = Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
        return ResponseEntity.ok()
                .contentType(ZIP)
                .contentLength(length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("proof.zip").build().toString())
                .body(new InputStreamResource(in));
    }
}
