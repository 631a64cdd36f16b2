package az.qalxan.casework;

import az.qalxan.web.Requires;
import az.qalxan.web.Viewer;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Fragments that other modules show on a case's first page: whichever module answers {@code GET
 * /<module>/of-case/{number}} with a piece of HTML, and an empty one when it has nothing to show.
 */
@Component
class CaseParts {

    private static final String PATTERN = "/of-case/{number}";

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    CaseParts(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** The addresses of those fragments for that case that the viewer may ask for. */
    List<String> of(CaseNumber number, Viewer viewer) {
        return mapping.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> mayAsk(viewer, entry.getValue()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(pattern -> pattern.endsWith(PATTERN))
                .sorted()
                .map(pattern -> pattern.replace("{number}", number.value()))
                .toList();
    }

    private static boolean mayAsk(Viewer viewer, HandlerMethod method) {
        Requires asked = method.getMethodAnnotation(Requires.class);
        return asked == null || viewer.may(asked.value());
    }
}
