package az.qalxan.reporting.form;

import az.qalxan.reporting.CleanText;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.RawReport;
import az.qalxan.reporting.StoryLanguage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the reporter has typed so far; it travels with the form and is kept nowhere else. */
record Answers(Map<FormField, String> values) {

    static final Answers NONE = new Answers(Map.of());

    Answers {
        values = Map.copyOf(values);
    }

    /** Takes every field of the form from a request, without what no reader can see. */
    static Answers of(Function<String, @Nullable String> parameter) {
        Map<FormField, String> values = new EnumMap<>(FormField.class);
        for (FormField field : FormField.values()) {
            @Nullable String given = parameter.apply(field.code());
            if (given != null && !given.isBlank()) {
                values.put(field, CleanText.of(given));
            }
        }
        return new Answers(values);
    }

    String of(FormField field) {
        return values.getOrDefault(field, "");
    }

    boolean has(FormField field) {
        return !of(field).isEmpty();
    }

    boolean is(FormField field, String value) {
        return of(field).equals(value);
    }

    Answers with(FormField field, String value) {
        Map<FormField, String> changed = new EnumMap<>(FormField.class);
        changed.putAll(values);
        changed.put(field, value);
        return new Answers(changed);
    }

    /** What was used against the reporter, one line each. */
    List<String> used() {
        return of(FormField.USED).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    /**
     * The report as any other intake would bring it.
     *
     * @param pageLanguage taken for the story's where its words show none
     */
    RawReport raw(String pageLanguage) {
        boolean lost = is(FormField.LOST, "yes");
        return new RawReport(
                of(FormField.CATEGORY),
                happenedAt(),
                null,
                of(FormField.REGION),
                lost ? of(FormField.AMOUNT) : "",
                lost ? of(FormField.CURRENCY) : "",
                lost ? of(FormField.PAID_HOW) : "",
                used(),
                of(FormField.STORY),
                StoryLanguage.of(StoryLanguage.AUTO, of(FormField.STORY), pageLanguage),
                of(FormField.ORGANISATION),
                new Contact(of(FormField.NAME), of(FormField.PHONE), of(FormField.EMAIL)));
    }

    private String happenedAt() {
        boolean both = has(FormField.DAY) && has(FormField.TIME);
        return of(FormField.DAY) + (both ? "T" + of(FormField.TIME) : "");
    }
}
