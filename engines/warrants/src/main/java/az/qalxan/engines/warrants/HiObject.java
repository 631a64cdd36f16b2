package az.qalxan.engines.warrants;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that actions are about. In every kind all but the head may be absent, and {@code
 * carried} holds the parts that are not understood here.
 */
public sealed interface HiObject {

    /** Identifier, owner, generation and associations. */
    ObjectHead head();

    /** From when to when; both may be open. */
    record Timespan(@Nullable Stamp start, @Nullable Stamp end) {}

    /** A legal authorisation. */
    record Authorisation(
            ObjectHead head,
            @Nullable String reference,
            @Nullable DictionaryEntry legalType,
            @Nullable DictionaryEntry priority,
            @Nullable DictionaryEntry status,
            @Nullable DictionaryEntry desiredStatus,
            @Nullable Timespan timespan,
            @Nullable List<Endpoint> providers,
            @Nullable Stamp created,
            @Nullable Stamp served,
            @Nullable Stamp terminated,
            List<Approval> approvals,
            @Nullable ErrorInformation invalidReason,
            @Nullable List<DictionaryEntry> flags,
            @Nullable String manualInformation,
            @Nullable String jurisdiction,
            @Nullable DictionaryEntry typeOfCase,
            @Nullable String legalEntity,
            List<Element> carried)
            implements HiObject {}

    /** A request for data that a provider has stored. */
    record LdTask(
            ObjectHead head,
            @Nullable String reference,
            @Nullable DictionaryEntry status,
            @Nullable ErrorInformation statusReason,
            @Nullable DictionaryEntry desiredStatus,
            @Nullable RequestDetails details,
            @Nullable List<Destination> destinations,
            List<Approval> approvals,
            @Nullable Endpoint provider,
            @Nullable DictionaryEntry handlingProfile,
            @Nullable List<DictionaryEntry> flags,
            List<Element> carried)
            implements HiObject {}

    /** What is asked for. */
    record RequestDetails(
            @Nullable DictionaryEntry type,
            @Nullable Stamp start,
            @Nullable Stamp end,
            @Nullable Stamp observed,
            List<Stamp> observedTimes,
            @Nullable List<RequestValue> values,
            @Nullable List<DictionaryEntry> subtypes) {}

    /** An identifier that is asked about. */
    record RequestValue(String formatOwner, String formatName, String value) {}

    /**
     * Where the answer goes.
     *
     * @param endpoint if the address is an endpoint; other addresses are carried
     */
    record Destination(
            @Nullable Endpoint endpoint,
            @Nullable DictionaryEntry handoverFormat,
            @Nullable DictionaryEntry profile,
            List<Element> carried) {}

    /** A paper, such as a warrant. */
    record Document(
            ObjectHead head,
            @Nullable String reference,
            @Nullable String name,
            @Nullable DictionaryEntry status,
            @Nullable DictionaryEntry desiredStatus,
            @Nullable Timespan timespan,
            @Nullable DictionaryEntry type,
            @Nullable List<Property> properties,
            @Nullable Body body,
            List<Approval> signatures,
            @Nullable ErrorInformation invalidReason,
            List<Element> carried)
            implements HiObject {}

    /** A property of a document. */
    record Property(DictionaryEntry type, String value) {}

    /** The content of a document or a delivery: base 64, as it stands. */
    record Body(
            @Nullable String contents,
            @Nullable String contentType,
            @Nullable String checksum,
            @Nullable String checksumType) {}

    /**
     * What a provider delivers.
     *
     * @param ldid the task's reference, if it asked for stored data
     * @param liid the task's reference, if it was an interception
     * @param body if the content is binary; XML content is carried
     */
    record Delivery(
            ObjectHead head,
            @Nullable String ldid,
            @Nullable String liid,
            @Nullable String deliveryId,
            @Nullable BigInteger sequence,
            @Nullable Boolean last,
            @Nullable DictionaryEntry specification,
            @Nullable Body body,
            List<Element> carried)
            implements HiObject {}

    /** Word that something changed. */
    record Notification(
            ObjectHead head,
            @Nullable String details,
            @Nullable DictionaryEntry type,
            @Nullable Boolean isNew,
            @Nullable Stamp at,
            List<Element> carried)
            implements HiObject {}

    /**
     * An object that is checked and handed on as it is: an interception or a traffic policy.
     *
     * @param type the local name of its type
     */
    record Carried(ObjectHead head, String type, Element element) implements HiObject {}
}
