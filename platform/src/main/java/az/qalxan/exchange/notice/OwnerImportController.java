package az.qalxan.exchange.notice;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What others publish of owners, taken over from files. */
@Controller("ownerImportController")
@RequestMapping("/notices/owners")
class OwnerImportController {

    private final OwnerImports imports;
    private final CurrentCaller callers;

    OwnerImportController(OwnerImports imports, CurrentCaller callers) {
        this.imports = imports;
        this.callers = callers;
    }

    /** An answer of a registry's directory (RDAP) about a network, a system or a domain. */
    @Requires("notice:decide")
    @PostMapping("/rdap")
    String rdap(@RequestParam MultipartFile file) throws IOException {
        byte[] content = file.getInputStream().readNBytes(Rdap.BYTES_MAX + 1);
        return "redirect:/notices/owners/" + imports.rdap(callers.require(), content);
    }

    /** The owner's own {@code security.txt}. */
    @Requires("notice:create")
    @PostMapping("/{id}/security-txt")
    String securityTxt(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        byte[] content = file.getInputStream().readNBytes(SecurityTxt.BYTES_MAX + 1);
        imports.securityTxt(callers.require(), id, content);
        return "redirect:/notices/owners/" + id + "#channels";
    }
}
