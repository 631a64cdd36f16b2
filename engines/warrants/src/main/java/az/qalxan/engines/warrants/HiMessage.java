package az.qalxan.engines.warrants;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message from an authority to a provider or back.
 *
 * @param signatures carried unread
 */
public record HiMessage(Header header, Body body, List<Element> signatures) {

    /** A message without a signature. */
    public HiMessage(Header header, Body body) {
        this(header, body, List.of());
    }

    /** What the message is. */
    public sealed interface Body {

        /** Actions that are asked for. */
        record Request(List<ActionRequest> actions) implements Body {}

        /** An answer to each action. */
        record Response(List<ActionResponse> actions) implements Body {}

        /** The message as a whole was not accepted. */
        record Failure(ErrorInformation error) implements Body {}
    }

    /** An action and its number within the message. */
    public record ActionRequest(BigInteger id, Ask ask) {}

    /** The answer to the action of that number. */
    public record ActionResponse(BigInteger id, Answer answer) {}

    /** What is to be done. */
    public sealed interface Ask {

        /** Hand out an object. */
        record Get(String id) implements Ask {}

        /** Take a new object. */
        record Create(HiObject object) implements Ask {}

        /** Change an object; absent parts stay. */
        record Update(HiObject object) implements Ask {}

        /** List objects of a kind that changed since. */
        record ListObjects(@Nullable DictionaryEntry type, @Nullable Stamp since) implements Ask {}

        /** Take a delivery. */
        record Deliver(String id, HiObject object) implements Ask {}
    }

    /** What was done. */
    public sealed interface Answer {

        /** The object. */
        record Got(HiObject object) implements Answer {}

        /** Taken, perhaps with the object as it now is. */
        record Created(String id, @Nullable HiObject object) implements Answer {}

        /** Changed, perhaps with the object as it now is. */
        record Updated(String id, @Nullable HiObject object) implements Answer {}

        /** What there is. */
        record Listed(List<ListRecord> records) implements Answer {}

        /** The delivery was taken. */
        record Delivered(String id) implements Answer {}

        /** Not done. */
        record Refused(ErrorInformation error) implements Answer {}
    }

    /** A line of a list. */
    public record ListRecord(
            DictionaryEntry type,
            String id,
            @Nullable String country,
            @Nullable String owner,
            BigInteger generation,
            @Nullable String externalId,
            @Nullable Stamp lastChanged) {}
}
