package az.qalxan.reporting.form;

import az.qalxan.jurisdiction.Advice;
import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.CategoryGroup;
import az.qalxan.jurisdiction.EmergencyNumber;
import az.qalxan.jurisdiction.Region;
import az.qalxan.reporting.FoundIdentifier;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One page of the form.
 *
 * @param key names this form, so that sending it twice makes one report
 * @param today the last day that may be given, ISO 8601
 */
record FormPage(
        FormStep step,
        Answers answers,
        List<Violation> violations,
        String key,
        Choices choices,
        Reading reading,
        String today) {

    FormPage {
        violations = List.copyOf(violations);
    }

    /** What the country pack offers at this point. */
    record Choices(
            List<EmergencyNumber> emergency,
            List<CategoryGroup> groups,
            List<Category> categories,
            List<Region> regions,
            List<Advice> advice) {

        Choices {
            emergency = List.copyOf(emergency);
            groups = List.copyOf(groups);
            categories = List.copyOf(categories);
            regions = List.copyOf(regions);
            advice = List.copyOf(advice);
        }

        boolean sensitive() {
            return categories.stream().anyMatch(Category::sensitive);
        }
    }

    /** What the engines read in the answers; texts with card numbers masked. */
    record Reading(List<FoundIdentifier> recognised, String used, String story) {

        Reading {
            recognised = List.copyOf(recognised);
        }
    }

    String value(String field) {
        return FormField.ofCode(field).map(answers::of).orElse("");
    }

    boolean is(String field, String value) {
        return value(field).equals(value);
    }

    List<Violation> wrong(String field) {
        return violations.stream().filter(one -> one.location().equals(field)).toList();
    }

    /** What a field's aria-invalid says. */
    boolean invalid(String field) {
        return !wrong(field).isEmpty();
    }

    boolean here(Violation violation) {
        return AnswerCheck.stepOf(violation) == step;
    }

    String stepOf(Violation violation) {
        return AnswerCheck.stepOf(violation).code();
    }

    /** The fields that this page does not ask for and only carries along. */
    List<FormField> carried() {
        return Arrays.stream(FormField.values())
                .filter(field -> !step.fields().contains(field) && field != FormField.NO_DRAFT)
                .toList();
    }

    boolean danger() {
        return answers.is(FormField.DANGER, "yes");
    }

    Optional<CategoryGroup> group() {
        return choices.groups().stream()
                .filter(one -> answers.is(FormField.GROUP, one.code()))
                .findFirst();
    }

    Optional<Category> category() {
        return choices.categories().stream()
                .filter(one -> answers.is(FormField.CATEGORY, one.code()))
                .findFirst();
    }

    Optional<Region> region() {
        return choices.regions().stream()
                .filter(one -> answers.is(FormField.REGION, one.code()))
                .findFirst();
    }

    /** When and where, in one line. */
    String happened(Text text) {
        String day = answers.of(FormField.DAY);
        String date = day.matches("\\d{4}-\\d{2}-\\d{2}") ? date(day, text) : day;
        return joined(
                List.of(
                        date,
                        answers.of(FormField.TIME),
                        region().map(one -> one.name().in(text.language().code())).orElse("")));
    }

    private static String date(String day, Text text) {
        try {
            return text.date(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return day;
        }
    }

    /** The loss, in one line, as it was typed. */
    String loss(Text text) {
        String lost = answers.of(FormField.LOST);
        if (!lost.equals("yes")) {
            return text.has("form.lost." + lost) ? text.of("form.lost." + lost) : "";
        }
        String paid = answers.of(FormField.PAID_HOW);
        return joined(
                List.of(
                        answers.of(FormField.AMOUNT) + " " + answers.of(FormField.CURRENCY),
                        text.has("paid." + paid) ? text.of("paid." + paid) : ""));
    }

    /** Who reports, in one line. */
    String reporter() {
        return joined(
                List.of(
                        answers.of(FormField.NAME),
                        answers.of(FormField.PHONE),
                        answers.of(FormField.EMAIL),
                        answers.of(FormField.ORGANISATION)));
    }

    private static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
