package az.qalxan.engines.content;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Text of HTML and XML in one pass, never as a tree. */
final class Markup {

    private static final int LINKS_MAX = 100;
    private static final int LINK_MAX = 2_000;
    private static final int ENTITY_MAX = 10;
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "br",
                    "div",
                    "tr",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "ul",
                    "ol",
                    "title",
                    "option",
                    "article",
                    "section",
                    "blockquote",
                    "pre");
    private static final Map<String, String> ENTITIES =
            Map.of(
                    "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ",
                    "copy", "©", "shy", "");

    private Markup() {}

    static String text(String html, int max) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < html.length() && text.length() < max) {
            char c = html.charAt(at);
            if (c == '<') {
                at = tag(html, at, text);
            } else if (c == '&') {
                at = entity(html, at, text);
            } else {
                space(text, c);
                at++;
            }
        }
        return text.toString().strip();
    }

    private static void space(StringBuilder text, char c) {
        boolean blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank) {
            text.append(c);
        } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    /** Passes a tag, a comment, or a script with all it holds. */
    private static int tag(String html, int at, StringBuilder text) {
        if (html.startsWith("<!--", at)) {
            return behind(html, "-->", at + 4);
        }
        int end = behind(html, ">", at);
        String name = name(html, at + 1);
        if (BLOCKS.contains(name) && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        if (name.equals("script") || name.equals("style")) {
            if (html.charAt(at + 1) != '/') {
                int close = closing(html, name, end);
                return behind(html, ">", close);
            }
        }
        return end;
    }

    private static int closing(String html, String name, int from) {
        for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i + 2, name, 0, name.length())) {
                return i;
            }
        }
        return html.length();
    }

    private static String name(String html, int from) {
        int start = from < html.length() && html.charAt(from) == '/' ? from + 1 : from;
        int end = start;
        while (end < html.length()
                && end - start < ENTITY_MAX
                && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static int behind(String html, String mark, int from) {
        int found = html.indexOf(mark, from);
        return found < 0 ? html.length() : found + mark.length();
    }

    private static int entity(String html, int at, StringBuilder text) {
        int end = html.indexOf(';', at);
        if (end < 0 || end - at > ENTITY_MAX || end == at + 1) {
            text.append('&');
            return at + 1;
        }
        String name = html.substring(at + 1, end);
        if (name.charAt(0) == '#') {
            character(name, text);
        } else {
            text.append(ENTITIES.getOrDefault(name, "&" + name + ";"));
        }
        return end + 1;
    }

    private static void character(String name, StringBuilder text) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        int point = -1;
        try {
            point = Integer.parseInt(digits, hex ? 16 : 10);
        } catch (NumberFormatException e) {
            text.append('&').append(name).append(';');
        }
        if (Character.isValidCodePoint(point)) {
            text.appendCodePoint(point);
        }
    }

    /** Where links of the text lead, which readers of a mail do not see. */
    static Set<String> links(String html) {
        Set<String> links = new LinkedHashSet<>();
        String lower = html.toLowerCase(Locale.ROOT);
        for (int i = lower.indexOf("href"); i >= 0; i = lower.indexOf("href", i + 4)) {
            int at = i + 4;
            while (at < html.length() && (html.charAt(at) == ' ' || html.charAt(at) == '=')) {
                at++;
            }
            if (at < html.length() && (html.charAt(at) == '"' || html.charAt(at) == '\'')) {
                int end = html.indexOf(html.charAt(at), at + 1);
                if (end > at && end - at < LINK_MAX && links.size() < LINKS_MAX) {
                    links.add(text(html.substring(at + 1, end), LINK_MAX));
                }
            }
        }
        return links;
    }
}
