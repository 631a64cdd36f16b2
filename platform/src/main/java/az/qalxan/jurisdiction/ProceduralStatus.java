package az.qalxan.jurisdiction;

import java.util.List;

/**
 * Who somebody can be in a case, for example a victim or a witness.
 *
 * @param kinds of party that can have it: {@code person}, {@code organisation}
 */
public record ProceduralStatus(String code, Words name, List<String> kinds, LegalBasis basis) {

    public ProceduralStatus {
        kinds = List.copyOf(kinds);
    }
}
