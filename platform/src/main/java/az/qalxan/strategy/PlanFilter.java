package az.qalxan.strategy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which measures a page shows; empty fields ask for nothing.
 *
 * @param words to be found in number, titles, wording and bodies
 * @param priority its number
 * @param body a body's acronym as the plan prints it
 * @param role {@code lead} or {@code executor}: the part of that body
 * @param period {@code open} or {@code dated}
 */
record PlanFilter(String words, String priority, String body, String role, String period) {

    static final PlanFilter ALL = new PlanFilter("", "", "", "", "");
    private static final int WORDS_MAX = 100;

    PlanFilter {
        String bare = words.strip();
        words = bare.length() > WORDS_MAX ? bare.substring(0, WORDS_MAX) : bare;
    }

    List<PlanMeasure> of(Plan plan) {
        return plan.holding(words).stream().filter(this::takes).toList();
    }

    private boolean takes(PlanMeasure one) {
        boolean ofPriority =
                priority.isEmpty() || priority.equals(String.valueOf(one.measure().priority()));
        boolean ofPeriod =
                switch (period) {
                    case "open" -> one.measure().span().isOpen();
                    case "dated" -> !one.measure().span().isOpen();
                    default -> true;
                };
        return ofPriority && ofPeriod && takesBody(one);
    }

    private boolean takesBody(PlanMeasure one) {
        if (body.isEmpty()) {
            return true;
        }
        boolean leads = one.lead().acronym().equals(body);
        boolean executes = one.executors().stream().anyMatch(each -> each.acronym().equals(body));
        return switch (role) {
            case "lead" -> leads;
            case "executor" -> executes;
            default -> leads || executes;
        };
    }

    boolean any() {
        return !equals(ALL);
    }

    /** The address of the tree with this filter. */
    String address() {
        String query =
                fields().entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return "/strategy" + (query.isEmpty() ? "" : "?" + query);
    }

    PlanFilter ofPriority(String other) {
        return new PlanFilter(words, other, body, role, period);
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("q", words);
        fields.put("priority", priority);
        fields.put("body", body);
        fields.put("role", role);
        fields.put("period", period);
        return fields;
    }
}
