package az.qalxan.engines.plan;

import java.util.Locale;

/** A stage of result; a plan says in words what each one means for a measure. */
public enum Stage {
    INITIAL,
    INTERIM,
    FINAL;

    /** The name in files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
