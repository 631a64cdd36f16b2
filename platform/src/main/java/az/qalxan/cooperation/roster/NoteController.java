package az.qalxan.cooperation.roster;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hand-over notes between shifts. */
@Controller
@RequestMapping("/duty/notes")
class NoteController {

    private static final int WORDS_MIN = 3;
    private static final int WORDS_MAX = 10_000;

    private final ShiftNotes notes;
    private final CurrentCaller callers;

    NoteController(ShiftNotes notes, CurrentCaller callers) {
        this.notes = notes;
        this.callers = callers;
    }

    /** The latest notes, and what a new one would tell of. */
    record NotesPage(List<ShiftNote> latest, ShiftNotes.Draft draft) {

        NotesPage {
            latest = List.copyOf(latest);
        }
    }

    @Requires("cooperation:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String page(Model model) {
        Caller caller = callers.require();
        model.addAttribute("page", new NotesPage(notes.latest(caller), notes.draft(caller)));
        return "cooperation/roster/notes";
    }

    @Requires("cooperation:update")
    @PostMapping
    String write(@RequestParam String words) {
        UUID id =
                notes.write(
                        RosterController.text("words", words, WORDS_MIN, WORDS_MAX),
                        callers.require());
        return "redirect:/duty/notes/" + id;
    }

    /** A note, and whether the caller wrote it. */
    record NotePage(ShiftNotes.Shown shown, boolean own) {}

    @Requires("cooperation:read")
    @GetMapping("/{id}")
    @Transactional
    public String note(@PathVariable UUID id, Model model) {
        ShiftNotes.Shown shown = notes.view(id);
        String account = callers.require().account().toString();
        model.addAttribute(
                "page", new NotePage(shown, shown.state().note().account().equals(account)));
        return "cooperation/roster/note";
    }

    @Requires("cooperation:update")
    @PostMapping("/{id}/accept")
    String accept(@PathVariable UUID id, @RequestParam(defaultValue = "") String remark) {
        notes.accept(id, RosterController.text("remark", remark, 0, WORDS_MAX), callers.require());
        return "redirect:/duty/notes/" + id;
    }
}
