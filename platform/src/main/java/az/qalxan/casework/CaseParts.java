package az.qalxan.casework;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
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

    /** The addresses of the fragments for that case. */
    List<String> of(CaseNumber number) {
        return mapping.getObject().getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.endsWith(PATTERN))
                .sorted()
                .map(pattern -> pattern.replace("{number}", number.value()))
                .toList();
    }
}
