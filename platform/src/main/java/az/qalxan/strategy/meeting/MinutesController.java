package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.web.PageFrame;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Minutes as a page to read, print and confirm, as data, and the invitation for calendars. */
@Controller
@RequestMapping("/strategy/meetings" + MeetingController.NUMBER)
class MinutesController {

    private static final MediaType CALENDAR =
            MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final String VERSION = "/minutes/{version:[0-9]{1,9}}";

    private final MinutesDesk desk;
    private final MinutesPrint print;
    private final Meetings meetings;
    private final MeetingPages pages;
    private final CommissionPack pack;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    MinutesController(
            MinutesDesk desk,
            MinutesPrint print,
            Meetings meetings,
            MeetingPages pages,
            CommissionPack pack,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.desk = desk;
        this.print = print;
        this.meetings = meetings;
        this.pages = pages;
        this.pack = pack;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    /** Minutes, and for whom the caller may confirm them. */
    record MinutesPage(
            MinutesDesk.Shown shown,
            CommissionPack pack,
            BodyBook bodies,
            boolean mayAsChair,
            boolean mayAsSecretary,
            int latest) {

        MinutesContent content() {
            return shown.content();
        }
    }

    @Requires("commission:read")
    @GetMapping(VERSION)
    @Transactional
    public String page(@PathVariable long number, @PathVariable int version, Model model) {
        MinutesDesk.Shown shown = viewed(number, version);
        Caller caller = callers.require();
        Minutes minutes = shown.minutes();
        int latest = desk.latest(shown.meeting()).version();
        boolean open = latest == version && !minutes.confirmed();
        model.addAttribute(
                "page",
                new MinutesPage(
                        shown,
                        pack,
                        pages.bodies(),
                        open && desk.may(shown, Minutes.Side.CHAIR, caller),
                        open && desk.may(shown, Minutes.Side.SECRETARY, caller),
                        latest));
        return "strategy/meeting/minutes";
    }

    private MinutesDesk.Shown viewed(long number, int version) {
        MinutesDesk.Shown shown = desk.shown(number, version);
        audit.record(
                MeetingAct.MINUTES_VIEWED,
                Meetings.subject(number),
                Map.of("version", Integer.toString(version)));
        return shown;
    }

    /** The words byte for byte as they were, or would be, signed. */
    @Requires("commission:export")
    @GetMapping(VERSION + "/minutes.json")
    @Transactional
    public ResponseEntity<byte[]> data(@PathVariable long number, @PathVariable int version) {
        MinutesDesk.Shown shown = viewed(number, version);
        audit.record(MeetingAct.EXPORTED, Meetings.subject(number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"minutes-%d-%d.json\"".formatted(number, version))
                .body(shown.words().getBytes(StandardCharsets.UTF_8));
    }

    /** The minutes in the reader's language as PDF/A; confirmed ones are signed. */
    @Requires("commission:export")
    @GetMapping(VERSION + "/minutes.pdf")
    @Transactional
    public ResponseEntity<byte[]> pdf(
            @PathVariable long number, @PathVariable int version, HttpServletRequest request) {
        MinutesDesk.Shown shown = viewed(number, version);
        audit.record(MeetingAct.EXPORTED, Meetings.subject(number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"minutes-%d-%d.pdf\"".formatted(number, version))
                .body(print.print(shown, frames.of(request).text()));
    }

    @Requires("commission:decide")
    @PostMapping("/minutes/sign")
    String sign(
            @PathVariable long number,
            @RequestParam String side,
            @RequestParam String sha256,
            @RequestParam int version) {
        desk.sign(number, side, sha256, callers.require());
        return at(number, version);
    }

    @Requires("commission:administer")
    @PostMapping("/minutes/take-back")
    String takeBack(@PathVariable long number, @RequestParam int version) {
        desk.takeBack(number);
        return at(number, version);
    }

    @Requires("commission:administer")
    @PostMapping("/minutes/correct")
    String correct(@PathVariable long number, @RequestParam(defaultValue = "") String reason) {
        Typed typed = new Typed();
        String why = typed.text("reason", reason, MeetingController.REASON);
        typed.done();
        return at(number, desk.correct(number, why, callers.require()));
    }

    @Requires("commission:export")
    @GetMapping("/invitation.ics")
    @Transactional
    public ResponseEntity<String> invitation(
            @PathVariable long number, HttpServletRequest request) {
        Meeting meeting = meetings.find(number);
        PageFrame frame = frames.of(request);
        audit.record(MeetingAct.EXPORTED, Meetings.subject(number));
        String title = pack.name().in(frame.lang()) + ": " + meeting.title(frame.lang());
        String words =
                frame.t("meeting.invitation-words", number) + "\n/strategy/meetings/" + number;
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"meeting-%d.ics\"".formatted(number))
                .body(pages.invitation(meeting, title, words).text());
    }

    private static String at(long number, int version) {
        return "redirect:/strategy/meetings/" + number + "/minutes/" + version;
    }
}
