package az.qalxan.engines.warrants;

import static az.qalxan.engines.warrants.Lexical.*;

import java.util.Set;
import javax.xml.namespace.QName;

/** The envelope: header, actions, answers, signature (TS 103 120, clause 6). */
final class MessageGrammar {

    private static final Shape.In CORE = new Shape.In(Namespaces.CORE);
    private static final Shape.In SIGNED = new Shape.In(Namespaces.SIGNATURE);

    static final Shape VERSION =
            CORE.sequence(
                    "Version",
                    CORE.one("ETSIVersion", ETSI_VERSION),
                    CORE.one("NationalProfileOwner", SHORT_STRING),
                    CORE.one("NationalProfileVersion", SHORT_STRING));
    static final Shape HEADER =
            CORE.sequence(
                    "MessageHeader",
                    CORE.one("SenderIdentifier", Grammar.ENDPOINT),
                    CORE.one("ReceiverIdentifier", Grammar.ENDPOINT),
                    CORE.one("TransactionIdentifier", UUID),
                    CORE.one("Timestamp", EXACT_MOMENT),
                    CORE.one("Version", VERSION));
    static final Shape GET = CORE.sequence("GETRequest", CORE.one("Identifier", UUID));
    static final Shape CREATE =
            CORE.sequence("CREATERequest", CORE.one("HI1Object", Grammar.OBJECT));
    static final Shape UPDATE =
            CORE.sequence("UPDATERequest", CORE.one("HI1Object", Grammar.OBJECT));
    static final Shape LIST =
            CORE.sequence(
                    "LISTRequest",
                    CORE.entry("ObjectType", "ObjectType"),
                    CORE.maybe("LastChanged", MOMENT));
    static final Shape DELIVER =
            CORE.sequence(
                    "DELIVERRequest",
                    CORE.one("Identifier", UUID),
                    CORE.one("HI1Object", Grammar.OBJECT));
    static final Shape REQUEST =
            new Shape(
                    new QName(Namespaces.CORE, "ActionRequest"),
                    Shape.Order.SEQUENCE,
                    java.util.List.of(
                            CORE.one("ActionIdentifier", COUNT),
                            new Shape.Part(
                                    new QName(Namespaces.CORE, "·"),
                                    CORE.choice(
                                            "·",
                                            CORE.one("GET", GET),
                                            CORE.one("CREATE", CREATE),
                                            CORE.one("UPDATE", UPDATE),
                                            CORE.one("LIST", LIST),
                                            CORE.one("DELIVER", DELIVER)),
                                    1,
                                    1)),
                    Set.of());
    static final Shape GOT = CORE.sequence("GETResponse", CORE.one("HI1Object", Grammar.OBJECT));
    static final Shape CREATED =
            CORE.sequence(
                    "CREATEResponse",
                    CORE.one("Identifier", UUID),
                    CORE.maybe("HI1Object", Grammar.OBJECT));
    static final Shape UPDATED =
            CORE.sequence(
                    "UPDATEResponse",
                    CORE.one("Identifier", UUID),
                    CORE.maybe("HI1Object", Grammar.OBJECT));
    static final Shape RECORD =
            CORE.sequence(
                    "ListResponseRecord",
                    CORE.one("ObjectType", new Kind.Entry("ObjectType")),
                    CORE.one("Identifier", UUID),
                    CORE.maybe("CountryCode", COUNTRY),
                    CORE.maybe("OwnerIdentifier", SHORT_STRING),
                    CORE.one("Generation", COUNT),
                    CORE.maybe("ExternalIdentifier", LONG_STRING),
                    CORE.maybe("LastChanged", MOMENT));
    static final Shape LISTED =
            CORE.sequence("LISTResponse", CORE.any("ListResponseRecord", RECORD));
    static final Shape DELIVERED = CORE.sequence("DELIVERResponse", CORE.one("Identifier", UUID));
    static final Shape RESPONSE =
            new Shape(
                    new QName(Namespaces.CORE, "ActionResponse"),
                    Shape.Order.SEQUENCE,
                    java.util.List.of(
                            CORE.one("ActionIdentifier", COUNT),
                            new Shape.Part(
                                    new QName(Namespaces.CORE, "·"),
                                    CORE.choice(
                                            "·",
                                            CORE.one("GETResponse", GOT),
                                            CORE.one("CREATEResponse", CREATED),
                                            CORE.one("UPDATEResponse", UPDATED),
                                            CORE.one("LISTResponse", LISTED),
                                            CORE.one("ErrorInformation", Grammar.ERROR),
                                            CORE.one("DELIVERResponse", DELIVERED)),
                                    1,
                                    1)),
                    Set.of());
    static final Shape REQUESTS =
            CORE.sequence("ActionRequests", CORE.some("ActionRequest", REQUEST));
    static final Shape RESPONSES =
            CORE.sequence("ActionResponses", CORE.some("ActionResponse", RESPONSE));
    static final Shape REQUEST_PAYLOAD =
            CORE.sequence("RequestPayload", CORE.one("ActionRequests", REQUESTS));
    static final Shape RESPONSE_PAYLOAD =
            CORE.choice(
                    "ResponsePayload",
                    CORE.one("ActionResponses", RESPONSES),
                    CORE.one("ErrorInformation", Grammar.ERROR));
    static final Shape PAYLOAD =
            CORE.choice(
                    "MessagePayload",
                    CORE.one("RequestPayload", REQUEST_PAYLOAD),
                    CORE.one("ResponsePayload", RESPONSE_PAYLOAD));
    static final Shape MESSAGE =
            CORE.sequence(
                    "HI1Message",
                    CORE.one("Header", HEADER),
                    CORE.one("Payload", PAYLOAD),
                    CORE.maybe("Signature", Kind.Free.ANYTHING),
                    SIGNED.maybe("Signature", SignatureGrammar.SIGNATURE));

    private MessageGrammar() {}
}
