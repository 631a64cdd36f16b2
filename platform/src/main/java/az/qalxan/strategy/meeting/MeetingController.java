package az.qalxan.strategy.meeting;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.access.Reach;
import az.qalxan.access.Right;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.Directory;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of meetings, and a meeting with its members. */
@Controller
@RequestMapping("/strategy/meetings")
class MeetingController {

    static final String NUMBER = "/{number:[0-9]{1,9}}";
    static final Typed.Length REASON = new Typed.Length(5, 2_000);

    private static final Typed.Length TITLE = new Typed.Length(3, 200);
    private static final Typed.Length PLACE = new Typed.Length(2, 200);
    private static final Typed.Length MAYBE = new Typed.Length(0, 200);
    private static final Right KEEP = Right.parse("commission:administer");

    private final Meetings meetings;
    private final MeetingPages pages;
    private final Directory directory;
    private final AccessPolicy policy;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final ZoneId zone;

    MeetingController(
            Meetings meetings,
            MeetingPages pages,
            Directory directory,
            AccessPolicy policy,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames,
            Jurisdiction jurisdiction) {
        this.meetings = meetings;
        this.pages = pages;
        this.directory = directory;
        this.policy = policy;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
        this.zone = jurisdiction.zone();
    }

    @Requires("commission:read")
    @GetMapping
    @Transactional
    public String list(Model model) {
        Caller caller = callers.require();
        audit.record(MeetingAct.LISTED, AuditSubject.of("meeting-list", caller.body()));
        model.addAttribute("page", pages.list(caller));
        return "strategy/meeting/list";
    }

    @Requires("commission:read")
    @GetMapping(NUMBER)
    @Transactional
    public String page(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request,
            Model model) {
        String language = frames.of(request).lang();
        model.addAttribute("page", pages.meeting(number, at, language));
        audit.record(MeetingAct.VIEWED, Meetings.subject(number));
        return "strategy/meeting/meeting";
    }

    /** A plan as it is filled in; every part may be missing. */
    record PlanForm(
            @Nullable String start,
            @Nullable String place,
            @Nullable String title,
            @Nullable String titleEn,
            @Nullable String handling) {

        Meetings.Wanted wanted(ZoneId zone, Handling top) {
            Typed typed = new Typed();
            Instant begins = typed.moment("start", start, zone);
            String where = typed.text("place", place, PLACE);
            var words = typed.words("title", title, titleEn, TITLE);
            Handling marked = marked(typed, top);
            typed.done();
            return new Meetings.Wanted(begins, where, words, marked);
        }

        private Handling marked(Typed typed, Handling top) {
            for (Handling one : Handling.values()) {
                if (one.name().equals(handling) && one.compareTo(top) <= 0) {
                    return one;
                }
            }
            if (handling != null && !handling.isEmpty()) {
                typed.wrong("handling", "meeting.wrong.handling", handling, top.label());
            }
            return top.compareTo(Handling.GREEN) < 0 ? top : Handling.GREEN;
        }
    }

    @Requires("commission:administer")
    @PostMapping
    String plan(@ModelAttribute PlanForm form) {
        Caller caller = callers.require();
        Handling top = policy.ceiling(caller, KEEP, Reach.OWN).orElse(Handling.CLEAR);
        return at(meetings.plan(form.wanted(zone, top), caller));
    }

    @Requires("commission:administer")
    @PostMapping(NUMBER + "/move")
    String move(
            @PathVariable long number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute PlanForm form) {
        Typed typed = new Typed();
        String why = typed.text("reason", reason, REASON);
        typed.done();
        Meetings.Wanted wanted = form.wanted(zone, Handling.RED);
        meetings.move(number, version, wanted, why, callers.require());
        return at(number);
    }

    @Requires("commission:administer")
    @PostMapping(NUMBER + "/cancel")
    String cancel(@PathVariable long number, @RequestParam(defaultValue = "") String reason) {
        Typed typed = new Typed();
        String why = typed.text("reason", reason, REASON);
        typed.done();
        meetings.cancel(number, why, callers.require());
        return at(number);
    }

    @Requires("commission:administer")
    @PostMapping(NUMBER + "/open")
    String open(@PathVariable long number, @RequestParam UUID presiding) {
        meetings.open(number, presiding, callers.require());
        return at(number);
    }

    @Requires("commission:administer")
    @PostMapping(NUMBER + "/close")
    String close(@PathVariable long number) {
        meetings.close(number, callers.require());
        return at(number);
    }

    @Requires("commission:administer")
    @PostMapping(NUMBER + "/presence/{seat}")
    String note(
            @PathVariable long number,
            @PathVariable UUID seat,
            @RequestParam boolean there,
            @RequestParam(defaultValue = "") String standIn) {
        Typed typed = new Typed();
        String instead = typed.text("standIn", standIn, MAYBE);
        typed.done();
        meetings.note(number, seat, there, instead, callers.require());
        return at(number) + "#seats";
    }

    /** A seat as it is filled in. */
    record SeatForm(
            @Nullable String role,
            @Nullable String body,
            @Nullable String post,
            @Nullable String person,
            @Nullable Boolean votes) {}

    @Requires("commission:administer")
    @PostMapping(NUMBER + "/seats")
    String seat(@PathVariable long number, @ModelAttribute SeatForm form) {
        Typed typed = new Typed();
        String body = form.body() == null ? "" : form.body();
        String role = form.role() == null ? "member" : form.role();
        if (directory.organisations().stream().noneMatch(one -> one.code().value().equals(body))) {
            typed.wrong("body", "meeting.wrong.body", body);
        }
        if (!List.of("chair", "secretary", "member", "guest").contains(role)) {
            typed.wrong("role", "meeting.wrong.choice", role);
        }
        String post = typed.text("post", form.post(), MAYBE);
        String person = typed.text("person", form.person(), MAYBE);
        typed.done();
        meetings.seat(
                number,
                new Meetings.NewSeat(role, body, post, person, Boolean.TRUE.equals(form.votes())));
        return at(number) + "#seats";
    }

    @Requires("commission:administer")
    @PostMapping(NUMBER + "/seats/{seat}/remove")
    String takeAway(@PathVariable long number, @PathVariable UUID seat) {
        meetings.takeAway(number, seat);
        return at(number) + "#seats";
    }

    private static String at(long number) {
        return "redirect:/strategy/meetings/" + number;
    }

    /** Refuses keys that no topic can have before anything is looked up. */
    static String key(String typed) {
        if (!Topic.isKey(typed)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return typed;
    }
}
