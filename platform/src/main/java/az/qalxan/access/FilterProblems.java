package az.qalxan.access;

import az.qalxan.web.PageFrames;
import az.qalxan.web.Problem;
import az.qalxan.web.ProblemFound;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers a refusal that happens in a filter in the same words as one behind it. */
@Component
final class FilterProblems {

    private final HandlerExceptionResolver problems;
    private final TemplateEngine templates;
    private final PageFrames frames;

    FilterProblems(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            TemplateEngine templates,
            PageFrames frames) {
        this.problems = problems;
        this.templates = templates;
        this.frames = frames;
    }

    void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        @Nullable ModelAndView answer =
                problems.resolveException(request, response, null, ProblemFound.of(problem));
        response.setStatus(problem.status());
        if (answer != null && answer.getViewName() != null) {
            render(answer, request, response);
        }
    }

    private void render(
            ModelAndView answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> parameters = new HashMap<>(answer.getModel());
        parameters.put("frame", frames.of(request));
        Utf8ByteOutput page = new Utf8ByteOutput();
        templates.render(answer.getViewName() + ".jte", parameters, page);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}
