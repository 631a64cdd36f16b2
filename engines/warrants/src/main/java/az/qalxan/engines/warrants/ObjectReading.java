package az.qalxan.engines.warrants;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes objects of elements that the grammar has accepted. */
final class ObjectReading {

    private ObjectReading() {}

    static HiObject object(Element element) {
        Shape shape = Objects.requireNonNull(ObjectKinds.ALL.get(element.type().orElseThrow()));
        Fields fields = new Fields(element, shape);
        ObjectHead head = head(fields);
        return switch (shape.name().getLocalPart()) {
            case "AuthorisationObject" -> authorisation(head, fields);
            case "LDTaskObject" -> ldTask(head, fields);
            case "DocumentObject" -> document(head, fields);
            case "DeliveryObject" -> delivery(head, fields);
            case "NotificationObject" -> notification(head, fields);
            default -> new HiObject.Carried(head, shape.name().getLocalPart(), element);
        };
    }

    private static ObjectHead head(Fields fields) {
        return new ObjectHead(
                fields.needed("ObjectIdentifier"),
                fields.text("CountryCode"),
                fields.text("OwnerIdentifier"),
                fields.count("Generation"),
                fields.text("ExternalIdentifier"),
                fields.inside(
                        "AssociatedObjects",
                        "AssociatedObject",
                        part -> Lexical.UUID.value(part.letters())),
                fields.stamp("LastChanged"),
                fields.parts("NationalHandlingParameters"));
    }

    private static HiObject authorisation(ObjectHead head, Fields fields) {
        return new HiObject.Authorisation(
                head,
                fields.text("AuthorisationReference"),
                fields.entry("AuthorisationLegalType"),
                fields.entry("AuthorisationPriority"),
                fields.entry("AuthorisationStatus"),
                fields.entry("AuthorisationDesiredStatus"),
                fields.maybe("AuthorisationTimespan", part -> timespan(part, Grammar.TIMESPAN)),
                fields.inside("AuthorisationCSPID", "CSPID", ObjectReading::endpoint),
                fields.stamp("AuthorisationCreationTimestamp"),
                fields.stamp("AuthorisationServedTimestamp"),
                fields.stamp("AuthorisationTerminationTimestamp"),
                fields.all("AuthorisationApprovalDetails", ObjectReading::approval),
                fields.maybe("AuthorisationInvalidReason", ObjectReading::error),
                fields.inside("AuthorisationFlags", "AuthorisationFlag", Fields::entry),
                fields.text("AuthorisationManualInformation"),
                fields.text("AuthorisationJurisdiction"),
                fields.entry("AuthorisationTypeOfCase"),
                fields.text("AuthorisationLegalEntity"),
                fields.rest());
    }

    private static HiObject ldTask(ObjectHead head, Fields fields) {
        return new HiObject.LdTask(
                head,
                fields.text("Reference"),
                fields.entry("Status"),
                fields.maybe("StatusReason", ObjectReading::error),
                fields.entry("DesiredStatus"),
                fields.maybe("RequestDetails", ObjectReading::details),
                fields.inside(
                        "DeliveryDetails", "LDDeliveryDestination", ObjectReading::destination),
                fields.all("ApprovalDetails", ObjectReading::approval),
                fields.maybe("CSPID", ObjectReading::endpoint),
                fields.entry("HandlingProfile"),
                fields.inside("Flags", "LDTaskFlag", Fields::entry),
                fields.rest());
    }

    private static HiObject document(ObjectHead head, Fields fields) {
        return new HiObject.Document(
                head,
                fields.text("DocumentReference"),
                fields.text("DocumentName"),
                fields.entry("DocumentStatus"),
                fields.entry("DocumentDesiredStatus"),
                fields.maybe("DocumentTimespan", part -> timespan(part, Grammar.DOCUMENT_TIMESPAN)),
                fields.entry("DocumentType"),
                fields.inside("DocumentProperties", "DocumentProperty", ObjectReading::property),
                fields.maybe("DocumentBody", part -> body(part, Grammar.DOCUMENT_BODY, "Contents")),
                fields.all("DocumentSignature", ObjectReading::approval),
                fields.maybe("DocumentInvalidReason", ObjectReading::error),
                fields.rest());
    }

    /** Content that is XML, and a manifest that is not an entry, are carried whole. */
    private static HiObject delivery(ObjectHead head, Fields fields) {
        @Nullable Fields reference =
                fields.maybe("Reference", part -> new Fields(part, DeliveryGrammar.REFERENCE));
        List<Element> carried = new ArrayList<>();
        @Nullable DictionaryEntry specification = null;
        Element manifest = fields.part("Manifest");
        if (manifest != null) {
            specification = new Fields(manifest, DeliveryGrammar.MANIFEST).entry("Specification");
            if (specification == null) {
                carried.add(manifest);
            }
        }
        HiObject.@Nullable Body body = null;
        Element content = fields.part("Delivery");
        if (content != null) {
            body =
                    new Fields(content, DeliveryGrammar.CONTENT)
                            .maybe(
                                    "BinaryData",
                                    part -> body(part, DeliveryGrammar.BINARY, "Data"));
            if (body == null) {
                carried.add(content);
            }
        }
        return new HiObject.Delivery(
                head,
                reference == null ? null : reference.text("LDID"),
                reference == null ? null : reference.text("LIID"),
                fields.text("DeliveryID"),
                fields.count("SequenceNumber"),
                fields.flag("LastSequence"),
                specification,
                body,
                List.copyOf(carried));
    }

    private static HiObject notification(ObjectHead head, Fields fields) {
        return new HiObject.Notification(
                head,
                fields.text("NotificationDetails"),
                fields.entry("NotificationType"),
                fields.flag("NewNotification"),
                fields.stamp("NotificationTimestamp"),
                fields.rest());
    }

    private static HiObject.Timespan timespan(Element element, Shape shape) {
        Fields fields = new Fields(element, shape);
        return new HiObject.Timespan(fields.stamp("StartTime"), fields.stamp("EndTime"));
    }

    private static HiObject.RequestDetails details(Element element) {
        Fields fields = new Fields(element, TaskGrammar.REQUEST_DETAILS);
        return new HiObject.RequestDetails(
                fields.entry("Type"),
                fields.stamp("StartTime"),
                fields.stamp("EndTime"),
                fields.stamp("ObservedTime"),
                fields.all(
                        "ObservedTimes", part -> new Stamp(Lexical.MOMENT.value(part.letters()))),
                fields.inside("RequestValues", "RequestValue", ObjectReading::requestValue),
                fields.inside("Subtype", "RequestSubtype", Fields::entry));
    }

    private static HiObject.RequestValue requestValue(Element element) {
        Fields fields = new Fields(element, TaskGrammar.REQUEST_VALUE);
        Fields format =
                new Fields(Objects.requireNonNull(fields.part("FormatType")), TaskGrammar.FORMAT);
        return new HiObject.RequestValue(
                format.needed("FormatOwner"), format.needed("FormatName"), fields.needed("Value"));
    }

    private static HiObject.Destination destination(Element element) {
        Fields fields = new Fields(element, TaskGrammar.LD_DESTINATION);
        List<Element> carried = new ArrayList<>();
        @Nullable Endpoint endpoint = null;
        Element address = fields.part("DeliveryAddress");
        if (address != null) {
            endpoint =
                    new Fields(address, TaskGrammar.DELIVERY_ADDRESS)
                            .maybe("EndpointID", ObjectReading::endpoint);
            if (endpoint == null) {
                carried.add(address);
            }
        }
        @Nullable DictionaryEntry format = fields.entry("LDHandoverFormat");
        @Nullable DictionaryEntry profile = fields.entry("LDDeliveryProfile");
        carried.addAll(fields.rest());
        return new HiObject.Destination(endpoint, format, profile, List.copyOf(carried));
    }

    private static HiObject.Property property(Element element) {
        Fields fields = new Fields(element, Grammar.PROPERTY);
        return new HiObject.Property(
                Objects.requireNonNull(fields.entry("PropertyType")),
                fields.needed("PropertyValue"));
    }

    private static HiObject.Body body(Element element, Shape shape, String contents) {
        Fields fields = new Fields(element, shape);
        return new HiObject.Body(
                fields.text(contents),
                fields.text("ContentType"),
                fields.text("Checksum"),
                fields.text("ChecksumType"));
    }

    static Endpoint endpoint(Element element) {
        Fields fields = new Fields(element, Grammar.ENDPOINT);
        return new Endpoint(fields.needed("CountryCode"), fields.needed("UniqueIdentifier"));
    }

    static ErrorInformation error(Element element) {
        Fields fields = new Fields(element, Grammar.ERROR);
        return new ErrorInformation(
                Objects.requireNonNull(fields.count("ErrorCode")),
                fields.needed("ErrorDescription"));
    }

    private static Approval approval(Element element) {
        Fields fields = new Fields(element, Grammar.APPROVAL);
        return new Approval(
                fields.text("ApprovalType"),
                fields.text("ApprovalDescription"),
                fields.text("ApprovalReference"),
                fields.maybe("ApproverDetails", ObjectReading::approver),
                fields.stamp("ApprovalTimestamp"),
                fields.flag("ApprovalIsEmergency"),
                fields.rest());
    }

    private static Approval.Approver approver(Element element) {
        Fields fields = new Fields(element, Grammar.APPROVER);
        return new Approval.Approver(
                fields.text("ApproverName"),
                fields.text("ApproverRole"),
                fields.all("ApproverContactDetails", ObjectReading::contact),
                fields.rest());
    }

    private static Approval.Contact contact(Element element) {
        Fields fields = new Fields(element, Grammar.CONTACT);
        return new Approval.Contact(
                fields.text("ApproverAlternateName"),
                fields.text("ApproverEmailAddress"),
                fields.text("ApproverPhoneNumber"));
    }
}
