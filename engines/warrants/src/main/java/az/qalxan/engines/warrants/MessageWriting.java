package az.qalxan.engines.warrants;

import az.qalxan.engines.warrants.HiMessage.ActionRequest;
import az.qalxan.engines.warrants.HiMessage.ActionResponse;
import az.qalxan.engines.warrants.HiMessage.Answer;
import az.qalxan.engines.warrants.HiMessage.Ask;
import az.qalxan.engines.warrants.HiMessage.Body;
import java.util.List;
import javax.xml.namespace.QName;

/** Makes the root of a message. */
final class MessageWriting {

    private MessageWriting() {}

    static Element element(HiMessage message) {
        List<Element> inside =
                new Making(MessageGrammar.MESSAGE)
                        .part("Header", message.header(), MessageWriting::header)
                        .part("Payload", message.body(), MessageWriting::payload)
                        .carried(message.signatures())
                        .inside();
        return Making.element(new QName(Namespaces.CORE, "HI1Message"), List.of(), inside);
    }

    private static List<Element> header(Header header) {
        return new Making(MessageGrammar.HEADER)
                .part("SenderIdentifier", header.sender(), ObjectWriting::endpoint)
                .part("ReceiverIdentifier", header.receiver(), ObjectWriting::endpoint)
                .text("TransactionIdentifier", header.transaction())
                .stamp("Timestamp", header.timestamp())
                .part("Version", header.version(), MessageWriting::version)
                .inside();
    }

    private static List<Element> version(Header.Version version) {
        return new Making(MessageGrammar.VERSION)
                .text("ETSIVersion", version.etsi())
                .text("NationalProfileOwner", version.profileOwner())
                .text("NationalProfileVersion", version.profileVersion())
                .inside();
    }

    private static List<Element> payload(Body body) {
        Making payload = new Making(MessageGrammar.PAYLOAD);
        return switch (body) {
            case Body.Request request ->
                    payload.part("RequestPayload", request, MessageWriting::requests).inside();
            case Body.Response response ->
                    payload.part("ResponsePayload", response, MessageWriting::responses).inside();
            case Body.Failure failure ->
                    payload.part("ResponsePayload", failure, MessageWriting::failure).inside();
        };
    }

    private static List<Element> requests(Body.Request request) {
        return new Making(MessageGrammar.REQUEST_PAYLOAD)
                .nested(
                        new Making.Nest("ActionRequests", "ActionRequest"),
                        request.actions(),
                        MessageWriting::action)
                .inside();
    }

    private static List<Element> responses(Body.Response response) {
        return new Making(MessageGrammar.RESPONSE_PAYLOAD)
                .nested(
                        new Making.Nest("ActionResponses", "ActionResponse"),
                        response.actions(),
                        MessageWriting::action)
                .inside();
    }

    private static List<Element> failure(Body.Failure failure) {
        return new Making(MessageGrammar.RESPONSE_PAYLOAD)
                .part("ErrorInformation", failure.error(), ObjectWriting::error)
                .inside();
    }

    private static List<Element> action(ActionRequest request) {
        Making number = new Making(MessageGrammar.REQUEST).count("ActionIdentifier", request.id());
        Making verb = new Making((Shape) MessageGrammar.REQUEST.kindOf("·"));
        switch (request.ask()) {
            case Ask.Get get ->
                    verb.part("GET", get, of -> identified(MessageGrammar.GET, of.id(), null));
            case Ask.Create create ->
                    verb.part("CREATE", create, of -> holding(MessageGrammar.CREATE, of.object()));
            case Ask.Update update ->
                    verb.part("UPDATE", update, of -> holding(MessageGrammar.UPDATE, of.object()));
            case Ask.ListObjects list ->
                    verb.part(
                            "LIST",
                            list,
                            of ->
                                    new Making(MessageGrammar.LIST)
                                            .entry("ObjectType", of.type())
                                            .stamp("LastChanged", of.since())
                                            .inside());
            case Ask.Deliver deliver ->
                    verb.part(
                            "DELIVER",
                            deliver,
                            of -> identified(MessageGrammar.DELIVER, of.id(), of.object()));
        }
        return number.carried(verb.inside()).inside();
    }

    private static List<Element> action(ActionResponse response) {
        Making number =
                new Making(MessageGrammar.RESPONSE).count("ActionIdentifier", response.id());
        Making verb = new Making((Shape) MessageGrammar.RESPONSE.kindOf("·"));
        switch (response.answer()) {
            case Answer.Got got ->
                    verb.part("GETResponse", got, of -> holding(MessageGrammar.GOT, of.object()));
            case Answer.Created created ->
                    verb.part(
                            "CREATEResponse",
                            created,
                            of -> identified(MessageGrammar.CREATED, of.id(), of.object()));
            case Answer.Updated updated ->
                    verb.part(
                            "UPDATEResponse",
                            updated,
                            of -> identified(MessageGrammar.UPDATED, of.id(), of.object()));
            case Answer.Listed listed ->
                    verb.part(
                            "LISTResponse",
                            listed,
                            of ->
                                    new Making(MessageGrammar.LISTED)
                                            .all(
                                                    "ListResponseRecord",
                                                    of.records(),
                                                    MessageWriting::listRecord)
                                            .inside());
            case Answer.Delivered delivered ->
                    verb.part(
                            "DELIVERResponse",
                            delivered,
                            of -> identified(MessageGrammar.DELIVERED, of.id(), null));
            case Answer.Refused refused ->
                    verb.part("ErrorInformation", refused.error(), ObjectWriting::error);
        }
        return number.carried(verb.inside()).inside();
    }

    private static List<Element> holding(Shape shape, HiObject object) {
        return new Making(shape).object(object).inside();
    }

    private static List<Element> identified(
            Shape shape, String id, @org.jspecify.annotations.Nullable HiObject object) {
        return new Making(shape).text("Identifier", id).object(object).inside();
    }

    private static List<Element> listRecord(HiMessage.ListRecord line) {
        return new Making(MessageGrammar.RECORD)
                .entry("ObjectType", line.type())
                .text("Identifier", line.id())
                .text("CountryCode", line.country())
                .text("OwnerIdentifier", line.owner())
                .count("Generation", line.generation())
                .text("ExternalIdentifier", line.externalId())
                .stamp("LastChanged", line.lastChanged())
                .inside();
    }
}
