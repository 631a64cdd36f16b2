package az.qalxan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The edge: turns every exception into a page for people or an RFC 9457 answer for programs, and
 * logs a defect once.
 */
@ControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String TYPE_BASE = "urn:qalxan:problem:";

    private final PageFrames frames;

    ProblemAdvice(PageFrames frames) {
        this.frames = frames;
    }

    @ExceptionHandler(ProblemFound.class)
    Object found(ProblemFound found, HttpServletRequest request) {
        return answer(found.problem(), found.arguments(), found.violations(), request);
    }

    /** A path that names nothing, or a parameter that cannot be read. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    Object unreadable(MethodArgumentTypeMismatchException error, HttpServletRequest request) {
        boolean ofPath = error.getParameter().hasParameterAnnotation(PathVariable.class);
        Problem problem = ofPath ? WebProblem.NOT_FOUND : WebProblem.BAD_REQUEST;
        return answer(problem, List.of(), List.of(), request);
    }

    /** An upload that cannot be read is the caller's fault, not a defect. */
    @ExceptionHandler(MultipartException.class)
    Object unreadable(MultipartException error, HttpServletRequest request) {
        return error instanceof MaxUploadSizeExceededException
                ? answer(WebProblem.TOO_LARGE, List.of(), List.of(), request)
                : answer(WebProblem.BAD_REQUEST, List.of(), List.of(), request);
    }

    /**
     * A body that is not JSON, is nested too deep, or has bytes that are no UTF-8; or one whose
     * reading met a problem of ours.
     */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    Object unreadable(HttpMessageNotReadableException error, HttpServletRequest request) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemFound found) {
                return found(found, request);
            }
        }
        return answer(WebProblem.BAD_REQUEST, List.of(), List.of(), request);
    }

    /** Everything else: Spring's own errors by their status, the rest as a defect. */
    @ExceptionHandler(Throwable.class)
    Object unexpected(Throwable error, HttpServletRequest request) {
        if (error instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            return answer(of(known.getStatusCode().value()), List.of(), List.of(), request);
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {} at {}", incident, request.getRequestURI(), error);
        return answer(WebProblem.INTERNAL, List.of(incident), List.of(), request);
    }

    private static Problem of(int status) {
        for (WebProblem problem : WebProblem.values()) {
            if (problem.status() == status) {
                return problem;
            }
        }
        return WebProblem.BAD_REQUEST;
    }

    private Object answer(
            Problem problem,
            List<Object> arguments,
            List<Violation> violations,
            HttpServletRequest request) {
        // If this failed with a lost connection to the database, Spring would take it for a client
        // that went away and leave an empty answer with status 200.
        PageFrame frame =
                problem == WebProblem.INTERNAL ? frames.ofDefect(request) : frames.of(request);
        String title = frame.t("problem." + problem.slug() + ".title");
        String detail = frame.t("problem." + problem.slug() + ".detail", arguments.toArray());
        if (wantsJson(request)) {
            return json(problem, title, detail, violations, frame.text());
        }
        return page(
                frame,
                new ProblemPage(problem.status(), title, detail, messages(violations, frame)));
    }

    private static boolean wantsJson(HttpServletRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api/")
                || (accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE));
    }

    private static List<String> messages(List<Violation> violations, PageFrame frame) {
        return violations.stream().map(violation -> violation.in(frame.text())).toList();
    }

    private static ModelAndView page(PageFrame frame, ProblemPage page) {
        ModelAndView view = new ModelAndView("web/problem", Map.of("page", page, "frame", frame));
        view.setStatus(HttpStatus.valueOf(page.status()));
        return view;
    }

    private static ResponseEntity<ProblemDetail> json(
            Problem problem, String title, String detail, List<Violation> violations, Text text) {
        ProblemDetail body = ProblemDetail.forStatus(problem.status());
        body.setType(URI.create(TYPE_BASE + problem.slug()));
        body.setTitle(title);
        body.setDetail(detail);
        if (!violations.isEmpty()) {
            body.setProperty("violations", violations.stream().map(v -> entry(v, text)).toList());
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static Map<String, String> entry(Violation violation, Text text) {
        Map<String, String> entry = new HashMap<>();
        entry.put("location", violation.location());
        entry.put("message", violation.in(text));
        return entry;
    }
}
