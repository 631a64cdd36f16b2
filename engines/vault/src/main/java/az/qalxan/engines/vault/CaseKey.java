package az.qalxan.engines.vault;

import java.util.UUID;

/** The case whose keys protect a file; files of two cases share neither keys nor bytes. */
public record CaseKey(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
