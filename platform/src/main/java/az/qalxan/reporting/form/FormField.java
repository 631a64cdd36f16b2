package az.qalxan.reporting.form;

import java.util.Optional;

/** A field of the public form. */
enum FormField {
    DANGER("danger"),
    GROUP("group"),
    CATEGORY("category"),
    DAY("day"),
    TIME("time"),
    REGION("region"),
    LOST("lost"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    PAID_HOW("paidHow"),
    USED("used"),
    STORY("story"),
    NAME("name"),
    PHONE("phone"),
    EMAIL("email"),
    ORGANISATION("organisation"),
    NO_DRAFT("nodraft");

    private final String code;

    FormField(String code) {
        this.code = code;
    }

    /** Its name in the form, and the id of its input. */
    String code() {
        return code;
    }

    /** The field in which a check's finding about a raw report is to be mended. */
    static Optional<FormField> ofLocation(String location) {
        String first = location.contains("/") ? location.substring(0, location.indexOf('/')) : "";
        return switch (first.isEmpty() ? location : first) {
            case "category" -> Optional.of(CATEGORY);
            case "happenedAt" -> Optional.of(DAY);
            case "region" -> Optional.of(REGION);
            case "amount" -> Optional.of(AMOUNT);
            case "currency" -> Optional.of(CURRENCY);
            case "paidHow" -> Optional.of(PAID_HOW);
            case "usedAgainst" -> Optional.of(USED);
            case "story" -> Optional.of(STORY);
            case "onBehalfOf" -> Optional.of(ORGANISATION);
            case "contact" -> ofCode(location.substring(location.indexOf('/') + 1));
            default -> Optional.empty();
        };
    }

    static Optional<FormField> ofCode(String code) {
        for (FormField field : values()) {
            if (field.code.equals(code)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
