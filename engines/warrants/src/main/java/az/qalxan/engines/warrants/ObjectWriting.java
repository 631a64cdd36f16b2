package az.qalxan.engines.warrants;

import az.qalxan.engines.warrants.Making.Nest;
import java.util.List;
import javax.xml.namespace.QName;

/** Makes elements of objects. */
final class ObjectWriting {

    private static final QName NAME = new QName(Namespaces.CORE, "HI1Object");

    private ObjectWriting() {}

    static Element element(HiObject object) {
        return switch (object) {
            case HiObject.Authorisation authorisation -> authorisation(authorisation);
            case HiObject.LdTask task -> ldTask(task);
            case HiObject.Document document -> document(document);
            case HiObject.Delivery delivery -> delivery(delivery);
            case HiObject.Notification notification -> notification(notification);
            case HiObject.Carried carried -> carried.element();
        };
    }

    private static Element typed(Shape shape, Making making) {
        QName type = Making.prefixed(shape.name());
        Element.Attribute attribute =
                new Element.Attribute(Element.TYPE, type.getPrefix() + ":" + type.getLocalPart());
        return Making.element(NAME, List.of(attribute), making.inside());
    }

    private static Making headed(Shape shape, ObjectHead head) {
        return new Making(shape)
                .text("ObjectIdentifier", head.id())
                .text("CountryCode", head.country())
                .text("OwnerIdentifier", head.owner())
                .count("Generation", head.generation())
                .text("ExternalIdentifier", head.externalId())
                .part(
                        "AssociatedObjects",
                        head.associated(),
                        ids -> {
                            Making inner = new Making(Grammar.ASSOCIATED);
                            ids.forEach(id -> inner.text("AssociatedObject", id));
                            return inner.inside();
                        })
                .stamp("LastChanged", head.lastChanged())
                .carried(head.carried());
    }

    private static Element authorisation(HiObject.Authorisation object) {
        return typed(
                Grammar.AUTHORISATION,
                headed(Grammar.AUTHORISATION, object.head())
                        .text("AuthorisationReference", object.reference())
                        .entry("AuthorisationLegalType", object.legalType())
                        .entry("AuthorisationPriority", object.priority())
                        .entry("AuthorisationStatus", object.status())
                        .entry("AuthorisationDesiredStatus", object.desiredStatus())
                        .part(
                                "AuthorisationTimespan",
                                object.timespan(),
                                span -> timespan(span, Grammar.TIMESPAN))
                        .nested(
                                new Nest("AuthorisationCSPID", "CSPID"),
                                object.providers(),
                                ObjectWriting::endpoint)
                        .stamp("AuthorisationCreationTimestamp", object.created())
                        .stamp("AuthorisationServedTimestamp", object.served())
                        .stamp("AuthorisationTerminationTimestamp", object.terminated())
                        .all(
                                "AuthorisationApprovalDetails",
                                object.approvals(),
                                ObjectWriting::approval)
                        .part(
                                "AuthorisationInvalidReason",
                                object.invalidReason(),
                                ObjectWriting::error)
                        .nested(
                                new Nest("AuthorisationFlags", "AuthorisationFlag"),
                                object.flags(),
                                Making::entry)
                        .text("AuthorisationManualInformation", object.manualInformation())
                        .text("AuthorisationJurisdiction", object.jurisdiction())
                        .entry("AuthorisationTypeOfCase", object.typeOfCase())
                        .text("AuthorisationLegalEntity", object.legalEntity())
                        .carried(object.carried()));
    }

    private static Element ldTask(HiObject.LdTask object) {
        return typed(
                TaskGrammar.LD_TASK,
                headed(TaskGrammar.LD_TASK, object.head())
                        .text("Reference", object.reference())
                        .entry("Status", object.status())
                        .part("StatusReason", object.statusReason(), ObjectWriting::error)
                        .entry("DesiredStatus", object.desiredStatus())
                        .part("RequestDetails", object.details(), ObjectWriting::details)
                        .nested(
                                new Nest("DeliveryDetails", "LDDeliveryDestination"),
                                object.destinations(),
                                ObjectWriting::destination)
                        .all("ApprovalDetails", object.approvals(), ObjectWriting::approval)
                        .part("CSPID", object.provider(), ObjectWriting::endpoint)
                        .entry("HandlingProfile", object.handlingProfile())
                        .nested(new Nest("Flags", "LDTaskFlag"), object.flags(), Making::entry)
                        .carried(object.carried()));
    }

    private static Element document(HiObject.Document object) {
        return typed(
                Grammar.DOCUMENT,
                headed(Grammar.DOCUMENT, object.head())
                        .text("DocumentReference", object.reference())
                        .text("DocumentName", object.name())
                        .entry("DocumentStatus", object.status())
                        .entry("DocumentDesiredStatus", object.desiredStatus())
                        .part(
                                "DocumentTimespan",
                                object.timespan(),
                                span -> timespan(span, Grammar.DOCUMENT_TIMESPAN))
                        .entry("DocumentType", object.type())
                        .nested(
                                new Nest("DocumentProperties", "DocumentProperty"),
                                object.properties(),
                                ObjectWriting::property)
                        .part(
                                "DocumentBody",
                                object.body(),
                                body -> body(body, Grammar.DOCUMENT_BODY, "Contents"))
                        .all("DocumentSignature", object.signatures(), ObjectWriting::approval)
                        .part("DocumentInvalidReason", object.invalidReason(), ObjectWriting::error)
                        .carried(object.carried()));
    }

    private static Element delivery(HiObject.Delivery object) {
        boolean referenced = object.ldid() != null || object.liid() != null;
        return typed(
                DeliveryGrammar.DELIVERY_OBJECT,
                headed(DeliveryGrammar.DELIVERY_OBJECT, object.head())
                        .part(
                                "Reference",
                                referenced ? object : null,
                                of ->
                                        new Making(DeliveryGrammar.REFERENCE)
                                                .text("LDID", of.ldid())
                                                .text("LIID", of.liid())
                                                .inside())
                        .text("DeliveryID", object.deliveryId())
                        .count("SequenceNumber", object.sequence())
                        .flag("LastSequence", object.last())
                        .part(
                                "Manifest",
                                object.specification(),
                                entry ->
                                        new Making(DeliveryGrammar.MANIFEST)
                                                .entry("Specification", entry)
                                                .inside())
                        .part(
                                "Delivery",
                                object.body(),
                                body ->
                                        new Making(DeliveryGrammar.CONTENT)
                                                .part("BinaryData", body, ObjectWriting::binary)
                                                .inside())
                        .carried(object.carried()));
    }

    private static Element notification(HiObject.Notification object) {
        return typed(
                Grammar.NOTIFICATION,
                headed(Grammar.NOTIFICATION, object.head())
                        .text("NotificationDetails", object.details())
                        .entry("NotificationType", object.type())
                        .flag("NewNotification", object.isNew())
                        .stamp("NotificationTimestamp", object.at())
                        .carried(object.carried()));
    }

    private static List<Element> timespan(HiObject.Timespan span, Shape shape) {
        return new Making(shape)
                .stamp("StartTime", span.start())
                .stamp("EndTime", span.end())
                .inside();
    }

    private static List<Element> details(HiObject.RequestDetails details) {
        Making making =
                new Making(TaskGrammar.REQUEST_DETAILS)
                        .entry("Type", details.type())
                        .stamp("StartTime", details.start())
                        .stamp("EndTime", details.end())
                        .stamp("ObservedTime", details.observed())
                        .nested(
                                new Nest("RequestValues", "RequestValue"),
                                details.values(),
                                ObjectWriting::requestValue)
                        .nested(
                                new Nest("Subtype", "RequestSubtype"),
                                details.subtypes(),
                                Making::entry);
        details.observedTimes().forEach(at -> making.stamp("ObservedTimes", at));
        return making.inside();
    }

    private static List<Element> requestValue(HiObject.RequestValue value) {
        return new Making(TaskGrammar.REQUEST_VALUE)
                .part(
                        "FormatType",
                        value,
                        of ->
                                new Making(TaskGrammar.FORMAT)
                                        .text("FormatOwner", of.formatOwner())
                                        .text("FormatName", of.formatName())
                                        .inside())
                .text("Value", value.value())
                .inside();
    }

    private static List<Element> destination(HiObject.Destination destination) {
        return new Making(TaskGrammar.LD_DESTINATION)
                .part(
                        "DeliveryAddress",
                        destination.endpoint(),
                        endpoint ->
                                new Making(TaskGrammar.DELIVERY_ADDRESS)
                                        .part("EndpointID", endpoint, ObjectWriting::endpoint)
                                        .inside())
                .entry("LDHandoverFormat", destination.handoverFormat())
                .entry("LDDeliveryProfile", destination.profile())
                .carried(destination.carried())
                .inside();
    }

    private static List<Element> property(HiObject.Property property) {
        return new Making(Grammar.PROPERTY)
                .entry("PropertyType", property.type())
                .text("PropertyValue", property.value())
                .inside();
    }

    private static List<Element> binary(HiObject.Body body) {
        return body(body, DeliveryGrammar.BINARY, "Data");
    }

    private static List<Element> body(HiObject.Body body, Shape shape, String contents) {
        return new Making(shape)
                .text(contents, body.contents())
                .text("ContentType", body.contentType())
                .text("Checksum", body.checksum())
                .text("ChecksumType", body.checksumType())
                .inside();
    }

    static List<Element> endpoint(Endpoint endpoint) {
        return new Making(Grammar.ENDPOINT)
                .text("CountryCode", endpoint.country())
                .text("UniqueIdentifier", endpoint.identifier())
                .inside();
    }

    static List<Element> error(ErrorInformation error) {
        return new Making(Grammar.ERROR)
                .count("ErrorCode", error.code())
                .text("ErrorDescription", error.description())
                .inside();
    }

    private static List<Element> approval(Approval approval) {
        return new Making(Grammar.APPROVAL)
                .text("ApprovalType", approval.type())
                .text("ApprovalDescription", approval.description())
                .text("ApprovalReference", approval.reference())
                .part("ApproverDetails", approval.approver(), ObjectWriting::approver)
                .stamp("ApprovalTimestamp", approval.at())
                .flag("ApprovalIsEmergency", approval.emergency())
                .carried(approval.carried())
                .inside();
    }

    private static List<Element> approver(Approval.Approver approver) {
        return new Making(Grammar.APPROVER)
                .text("ApproverName", approver.name())
                .text("ApproverRole", approver.role())
                .all("ApproverContactDetails", approver.contacts(), ObjectWriting::contact)
                .carried(approver.carried())
                .inside();
    }

    private static List<Element> contact(Approval.Contact contact) {
        return new Making(Grammar.CONTACT)
                .text("ApproverAlternateName", contact.alternateName())
                .text("ApproverEmailAddress", contact.email())
                .text("ApproverPhoneNumber", contact.phone())
                .inside();
    }
}
