package az.qalxan.reporting.form;

import az.qalxan.jurisdiction.Advice;
import az.qalxan.reporting.Attachments;
import az.qalxan.reporting.CleanText;
import az.qalxan.reporting.ReportReference;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** The public form, page by page, and its receipt. */
@Controller
class FormController {

    static final String RECEIPT = FormController.class.getName() + ".receipt";

    private static final String WHY_OPEN = "people report without an account";
    private static final int KEY_BYTES = 16;
    private static final Pattern KEY = Pattern.compile("[-0-9a-f]{16,64}");
    private static final int UNPROCESSABLE = 422;

    private final FormPages pages;
    private final AnswerCheck check;
    private final ReportForm form;
    private final PageFrames frames;
    private final SecureRandom random;

    FormController(
            FormPages pages,
            AnswerCheck check,
            ReportForm form,
            PageFrames frames,
            SecureRandom random) {
        this.pages = pages;
        this.check = check;
        this.form = form;
        this.frames = frames;
        this.random = random;
    }

    @OpenToEveryone(WHY_OPEN)
    @GetMapping("/report")
    ModelAndView start(@RequestParam(defaultValue = "") String group) {
        Answers answers =
                pages.knowsGroup(group) ? Answers.NONE.with(FormField.GROUP, group) : Answers.NONE;
        return page(pages.of(FormStep.DANGER, answers, newKey(), List.of()));
    }

    @OpenToEveryone(WHY_OPEN)
    @PostMapping("/report")
    ModelAndView move(
            @RequestParam(defaultValue = "danger") String step,
            @RequestParam(defaultValue = "next") String go,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FormStep from = FormStep.ofCode(step).orElse(FormStep.DANGER);
        Answers answers = pages.consistent(Answers.of(request::getParameter));
        String named = KEY.matcher(key).matches() ? key : newKey();
        if (go.equals("send")) {
            return send(answers, named, request, response);
        }
        boolean leave = !go.equals("next");
        List<Violation> violations = leave ? List.of() : check.of(from, answers, language(request));
        FormStep to = violations.isEmpty() ? target(from, go, answers) : from;
        response.setStatus(violations.isEmpty() ? HttpServletResponse.SC_OK : UNPROCESSABLE);
        return page(pages.of(to, answers, named, violations));
    }

    /** Where a button leads; the group page is passed over when the group came with the link. */
    private static FormStep target(FormStep from, String go, Answers answers) {
        return switch (go) {
            case "back" -> from.back();
            case "next" ->
                    from == FormStep.DANGER && answers.has(FormField.GROUP)
                            ? FormStep.KIND
                            : from.next();
            default -> FormStep.ofCode(go.replaceFirst("^to:", "")).orElse(from);
        };
    }

    private ModelAndView send(
            Answers answers, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<Attachments.Upload> uploads = Uploads.of(request);
        String language = language(request);
        // One after the other in a session, so that a second click finds the first one's receipt.
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            return sent(
                    form.send(answers, key, uploads, language),
                    new Sent(answers, key),
                    request,
                    response);
        }
    }

    /** What was sent. */
    private record Sent(Answers answers, String key) {}

    private ModelAndView sent(
            ReportForm.Sending sending,
            Sent sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (sending) {
            case ReportForm.Sending.Received(var receipt) -> shown(receipt, request);
            case ReportForm.Sending.Known(var reference) ->
                    shownAgain(sent.key(), reference, request);
            case ReportForm.Sending.Wrong(var violations) -> {
                response.setStatus(UNPROCESSABLE);
                yield page(pages.of(FormStep.CHECK, sent.answers(), sent.key(), violations));
            }
        };
    }

    private static ModelAndView shown(ReceiptShown receipt, HttpServletRequest request) {
        request.getSession().setAttribute(RECEIPT, receipt);
        return new ModelAndView("redirect:/report/receipt");
    }

    /** A second click of the same session sees the receipt of the first. */
    private static ModelAndView shownAgain(
            String key, ReportReference reference, HttpServletRequest request) {
        @Nullable Object kept = request.getSession().getAttribute(RECEIPT);
        return kept instanceof ReceiptShown receipt && receipt.key().equals(key)
                ? new ModelAndView("redirect:/report/receipt")
                : shown(new ReceiptShown(key, reference.value(), "", "", 0), request);
    }

    /** What the receipt's page shows. */
    record ReceiptPage(ReceiptShown receipt, List<Advice> advice) {

        ReceiptPage {
            advice = List.copyOf(advice);
        }
    }

    @OpenToEveryone(WHY_OPEN)
    @GetMapping("/report/receipt")
    ModelAndView receipt(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        @Nullable Object kept = session == null ? null : session.getAttribute(RECEIPT);
        if (!(kept instanceof ReceiptShown receipt)) {
            return new ModelAndView("redirect:/follow");
        }
        ReceiptPage page = new ReceiptPage(receipt, pages.advice(receipt.category()));
        return new ModelAndView("reporting/form/receipt", Map.of("page", page));
    }

    @OpenToEveryone(WHY_OPEN)
    @PostMapping("/report/receipt/done")
    String receiptKept(HttpServletRequest request) {
        request.getSession().removeAttribute(RECEIPT);
        return "redirect:/follow";
    }

    /** What would be recognised in the text; nothing of it is kept. */
    @OpenToEveryone(WHY_OPEN)
    @PostMapping("/report/recognised")
    ModelAndView recognised(@RequestParam(defaultValue = "") String used) {
        return new ModelAndView(
                "reporting/form/recognised", Map.of("found", pages.recognised(CleanText.of(used))));
    }

    /** Keeps the session of somebody who writes for long. */
    @OpenToEveryone(WHY_OPEN)
    @GetMapping("/report/still-here")
    void stillHere(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private String language(HttpServletRequest request) {
        return frames.of(request).lang();
    }

    private String newKey() {
        byte[] drawn = new byte[KEY_BYTES];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private static ModelAndView page(FormPage page) {
        return new ModelAndView("reporting/form/form", Map.of("page", page));
    }
}
