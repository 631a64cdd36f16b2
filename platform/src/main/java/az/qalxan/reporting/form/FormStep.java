package az.qalxan.reporting.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A page of the public form: one question. */
enum FormStep {
    DANGER(FormField.DANGER),
    WHAT(FormField.GROUP),
    KIND(FormField.CATEGORY),
    WHEN(FormField.DAY, FormField.TIME, FormField.REGION),
    LOSS(FormField.LOST, FormField.AMOUNT, FormField.CURRENCY, FormField.PAID_HOW),
    USED(FormField.USED),
    STORY(FormField.STORY),
    YOU(FormField.NAME, FormField.PHONE, FormField.EMAIL, FormField.ORGANISATION),
    CHECK();

    private final List<FormField> fields;

    FormStep(FormField... fields) {
        this.fields = List.of(fields);
    }

    List<FormField> fields() {
        return fields;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    FormStep next() {
        return this == CHECK ? CHECK : values()[ordinal() + 1];
    }

    FormStep back() {
        return this == DANGER ? DANGER : values()[ordinal() - 1];
    }

    /** The page that asks for that field. */
    static FormStep of(FormField field) {
        for (FormStep step : values()) {
            if (step.fields.contains(field)) {
                return step;
            }
        }
        return CHECK;
    }

    static Optional<FormStep> ofCode(String code) {
        for (FormStep step : values()) {
            if (step.code().equals(code)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
