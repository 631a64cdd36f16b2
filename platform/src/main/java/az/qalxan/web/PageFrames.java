package az.qalxan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a request's page. */
@Component
public final class PageFrames {

    private final Texts texts;
    private final List<Section> sections;
    private final List<Tab> tabs;
    private final ObjectProvider<ViewerSource> viewers;
    private final Clock clock;
    private final boolean demo;

    PageFrames(
            Texts texts,
            List<Section> sections,
            List<Tab> tabs,
            ObjectProvider<ViewerSource> viewers,
            Clock clock,
            Environment environment) {
        this.texts = texts;
        this.sections = sections.stream().sorted(Comparator.comparingInt(Section::order)).toList();
        this.tabs = tabs.stream().sorted(Comparator.comparingInt(Tab::order)).toList();
        this.viewers = viewers;
        this.clock = clock;
        this.demo = environment.getProperty("qalxan.demo", Boolean.class, false);
    }

    /** The frame for that request. */
    public PageFrame of(HttpServletRequest request) {
        return of(request, viewer(LanguageFilter.of(request)));
    }

    /**
     * The frame of a page that tells of a defect: it asks nobody who looks, because what is broken
     * may be the database that knows.
     */
    PageFrame ofDefect(HttpServletRequest request) {
        return of(request, Viewer.VISITOR);
    }

    private PageFrame of(HttpServletRequest request, Viewer viewer) {
        Language language = LanguageFilter.of(request);
        return new PageFrame(
                texts.in(language),
                viewer,
                sections.stream().filter(section -> viewer.may(section.right())).toList(),
                tabs.stream().filter(tab -> viewer.may(tab.right())).toList(),
                PageFrame.path(request),
                clock.instant(),
                (@Nullable CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                demo);
    }

    private Viewer viewer(Language language) {
        @Nullable ViewerSource source = viewers.getIfAvailable();
        return source == null ? Viewer.VISITOR : source.viewer(language);
    }
}
