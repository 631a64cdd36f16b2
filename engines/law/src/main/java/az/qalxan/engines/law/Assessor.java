package az.qalxan.engines.law;

import java.time.LocalDate;

/** Who judged, and when or as of when. */
public record Assessor(String name, LocalDate at) {

    public Assessor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an assessor has a name");
        }
    }
}
