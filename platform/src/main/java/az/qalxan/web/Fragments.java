package az.qalxan.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pieces of a page that one module makes and another one's page shows. */
@Component
public final class Fragments {

    private final TemplateEngine engine;

    Fragments(TemplateEngine engine) {
        this.engine = engine;
    }

    /** The template {@code module/name} with its parameters; it is rendered when it is shown. */
    public Content of(String template, Map<String, Object> parameters) {
        Map<String, Object> kept = Map.copyOf(parameters);
        return output -> engine.render(template + ".jte", kept, output);
    }
}
