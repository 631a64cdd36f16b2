package az.qalxan.engines.warrants;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all objects have; everything but the identifier may be absent.
 *
 * @param associated the identifiers; absent differs from none
 * @param carried national parameters
 */
public record ObjectHead(
        String id,
        @Nullable String country,
        @Nullable String owner,
        @Nullable BigInteger generation,
        @Nullable String externalId,
        @Nullable List<String> associated,
        @Nullable Stamp lastChanged,
        List<Element> carried) {

    /** Only an identifier. */
    public static ObjectHead of(String id) {
        return new ObjectHead(id, null, null, null, null, null, null, List.of());
    }

    /** With its owner, and the objects that it belongs to. */
    public static ObjectHead of(String id, Endpoint owner, List<String> associated) {
        return new ObjectHead(
                id,
                owner.country(),
                owner.identifier(),
                null,
                null,
                associated.isEmpty() ? null : associated,
                null,
                List.of());
    }
}
