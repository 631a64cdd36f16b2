package az.qalxan.assets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every freeze has, whatever its state.
 *
 * @param organisation code of the organisation that keeps the holding; empty while nobody chose it
 * @param basis code of the legal basis; empty while nobody chose it
 * @param asked what is to be held; null for the whole holding
 * @param currency the currency that is asked for and held
 * @param proposed whether the system drafted it and no person has taken it up
 * @param account of the officer on whose request it goes out; empty before
 * @param requester the officer's name; empty before
 * @param version counts changes; a step that read an older version is refused
 */
record FreezeHead(
        UUID id,
        FreezeNumber number,
        Standing standing,
        Holding holding,
        String organisation,
        String basis,
        @Nullable Money asked,
        String currency,
        boolean proposed,
        String account,
        String requester,
        Instant draftedAt,
        int version) {

    FreezeHead addressed(Request request) {
        return new FreezeHead(
                id,
                number,
                standing,
                holding,
                request.organisation(),
                request.basis(),
                request.asked(),
                currency,
                false,
                request.account(),
                request.requester(),
                draftedAt,
                version);
    }

    /** What a person decides when a draft is sent. */
    record Request(
            String organisation,
            String basis,
            @Nullable Money asked,
            String account,
            String requester) {}
}
