package az.qalxan.monitoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which findings a list shows; an empty text lets everything through.
 *
 * @param level the least grave that is shown
 * @param body code of the body whose findings; for those who see several
 * @param rule the rule's identifier
 * @param entity a host, user, address, name or digest
 * @param before only those seen before this one; null for the first page
 * @param after only those seen after this one; null for all
 */
record FindingFilter(
        Show show,
        String level,
        String body,
        String rule,
        @Nullable UUID source,
        String entity,
        @Nullable UUID before,
        @Nullable UUID after) {

    static final List<String> LEVELS =
            List.of("critical", "high", "medium", "low", "informational");

    private static final int CHARS_MAX = 300;

    FindingFilter {
        level = LEVELS.contains(level) ? level : "";
        body = cut(body);
        rule = cut(rule);
        entity = cut(entity);
    }

    /** Which findings; message key {@code finding.show.<code>}. */
    enum Show {
        /** Those that people are told of. */
        TOLD("not f.trial and f.suppressed_by is null and not f.over_budget"),
        /** By versions that are only tried. */
        TRIAL("f.trial"),
        SUPPRESSED("f.suppressed_by is not null"),
        NOISE("f.over_budget"),
        ALL("true");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(TOLD);
        }
    }

    /** The levels that are shown. */
    String[] levels() {
        int until = level.isEmpty() ? LEVELS.size() : LEVELS.indexOf(level) + 1;
        return LEVELS.subList(0, until).toArray(String[]::new);
    }

    FindingFilter showing(Show another) {
        return new FindingFilter(another, level, body, rule, source, entity, null, null);
    }

    FindingFilter after(UUID newest) {
        return new FindingFilter(show, level, body, rule, source, entity, null, newest);
    }

    /** The address of the list with this filter, without the place. */
    String address(String path) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("show", show.code());
        put(asked, "level", level);
        put(asked, "body", body);
        put(asked, "rule", rule);
        put(asked, "source", source == null ? "" : source.toString());
        put(asked, "entity", entity);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(asked).toUriString();
    }

    private static void put(Map<String, String> asked, String name, String value) {
        if (!value.isEmpty()) {
            asked.put(name, value);
        }
    }

    private static String cut(String text) {
        String bare = text.strip();
        return bare.substring(0, Math.min(bare.length(), CHARS_MAX));
    }
}
