package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of an organisation's names and end. */
@Controller
@RequestMapping("/directory/{code}")
class NameController {

    private final OrganisationPages pages;
    private final DirectoryRights rights;
    private final NameEditing names;

    NameController(OrganisationPages pages, DirectoryRights rights, NameEditing names) {
        this.pages = pages;
        this.rights = rights;
        this.names = names;
    }

    /** A name as its form sends it. */
    record NameForm(@Nullable String acronym, @Nullable String nameAz, @Nullable String nameEn) {

        Words name() {
            return new Words(text(nameAz), text(nameEn));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @Requires("directory:update")
    @PostMapping("/names")
    String rename(@PathVariable String code, @RequestParam LocalDate since, NameForm form) {
        names.rename(edited(code), since, NameForm.text(form.acronym()), form.name());
        return back(code);
    }

    @Requires("directory:update")
    @PostMapping("/names/{id}/withdraw")
    String withdrawName(@PathVariable String code, @PathVariable UUID id) {
        names.withdrawName(edited(code), id);
        return back(code);
    }

    @Requires("directory:update")
    @PostMapping("/dissolve")
    String dissolve(
            @PathVariable String code,
            @RequestParam LocalDate since,
            @RequestParam(defaultValue = "") String successor) {
        names.dissolve(edited(code), since, successor.isBlank() ? null : body(successor.strip()));
        return back(code);
    }

    @Requires("directory:update")
    @PostMapping("/dissolve/withdraw")
    String withdrawEnd(@PathVariable String code) {
        names.withdrawEnd(edited(code));
        return back(code);
    }

    private static BodyCode body(String code) {
        try {
            return new BodyCode(code);
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
    }

    private Organisation edited(String code) {
        Organisation organisation = pages.known(code);
        rights.editor(organisation.code());
        return organisation;
    }

    private static String back(String code) {
        return "redirect:/directory/" + code + "#names";
    }
}
