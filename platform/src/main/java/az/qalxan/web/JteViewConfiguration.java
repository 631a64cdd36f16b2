package az.qalxan.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Renders the view {@code module/name} with the compiled template of that name and gives it the
 * {@link PageFrame} as {@code frame}.
 */
@Configuration(proxyBeanMethods = false)
class JteViewConfiguration {

    private static final String PACKAGE = "az.qalxan";
    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), PACKAGE);
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine, PageFrames frames) {
        return new JteViewResolver(engine, frames);
    }

    private record JteViewResolver(TemplateEngine engine, PageFrames frames)
            implements ViewResolver, Ordered {

        @Override
        public @Nullable View resolveViewName(String viewName, Locale locale) {
            String template = viewName + ".jte";
            return engine.hasTemplate(template) ? new JteView(template, engine, frames) : null;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    private record JteView(String template, TemplateEngine engine, PageFrames frames)
            implements View {

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            Map<String, Object> parameters = new HashMap<>();
            if (model != null) {
                parameters.putAll(model);
            }
            if (!parameters.containsKey("frame")) {
                parameters.put("frame", frames.of(request));
            }
            Utf8ByteOutput page = new Utf8ByteOutput();
            engine.render(template, parameters, page);
            response.setContentType(HTML);
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
