package az.qalxan.engines.vault;

import java.util.UUID;

/** One intake: a file on its way into the vault. */
public record IntakeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
