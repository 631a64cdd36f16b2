package az.qalxan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template needs besides its own page: the language, who looks, where they are.
 *
 * @param text the sentences and formats of the reader's language
 * @param viewer who looks
 * @param sections the navigation this viewer may use, in order
 * @param tabs the pages within places of the navigation that this viewer may use, in order
 * @param path the path of this page, with its query
 * @param now when the page was made
 * @param csrf the token that forms carry; null on pages without a session
 * @param demo whether this is the synthetic country
 */
public record PageFrame(
        Text text,
        Viewer viewer,
        List<Section> sections,
        List<Tab> tabs,
        String path,
        Instant now,
        @Nullable CsrfToken csrf,
        boolean demo) {

    public PageFrame {
        Objects.requireNonNull(text, "text");
        sections = List.copyOf(sections);
        tabs = List.copyOf(tabs);
    }

    /** The tabs of that place. */
    public List<Tab> tabs(String place) {
        return tabs.stream().filter(tab -> tab.place().equals(place)).toList();
    }

    /** The sentence of that key. */
    public String t(String key, Object... arguments) {
        return text.of(key, arguments);
    }

    public String lang() {
        return text.language().code();
    }

    /** Sections by their group, in order. */
    public Map<String, List<Section>> navigation() {
        Map<String, List<Section>> groups = new LinkedHashMap<>();
        for (Section section : sections) {
            groups.merge(
                    section.group(),
                    List.of(section),
                    (before, more) ->
                            java.util.stream.Stream.concat(before.stream(), more.stream())
                                    .toList());
        }
        return groups;
    }

    /** Whether the page lies in that section. */
    public boolean isIn(Section section) {
        String here = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return here.equals(section.path()) || here.startsWith(section.path() + "/");
    }

    /** This page in another language. */
    public String pathIn(Language language) {
        String bare = path.replaceAll("([?&])lang=[a-z]+&?", "$1").replaceAll("[?&]$", "");
        return bare + (bare.contains("?") ? "&" : "?") + "lang=" + language.code();
    }

    static String path(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
