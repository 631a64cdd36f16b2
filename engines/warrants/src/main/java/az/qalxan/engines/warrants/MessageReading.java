package az.qalxan.engines.warrants;

import az.qalxan.engines.warrants.HiMessage.ActionRequest;
import az.qalxan.engines.warrants.HiMessage.ActionResponse;
import az.qalxan.engines.warrants.HiMessage.Answer;
import az.qalxan.engines.warrants.HiMessage.Ask;
import az.qalxan.engines.warrants.HiMessage.Body;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import javax.xml.namespace.QName;

/** Makes a message of a root that the grammar has accepted. */
final class MessageReading {

    private MessageReading() {}

    static HiMessage message(Element root) {
        List<Element> children = root.children();
        return new HiMessage(
                header(children.getFirst()),
                payload(children.get(1).children().getFirst()),
                children.subList(2, children.size()));
    }

    private static Header header(Element element) {
        Fields fields = new Fields(element, MessageGrammar.HEADER);
        return new Header(
                ObjectReading.endpoint(needed(fields, "SenderIdentifier")),
                ObjectReading.endpoint(needed(fields, "ReceiverIdentifier")),
                fields.needed("TransactionIdentifier"),
                new Stamp(fields.needed("Timestamp")),
                version(needed(fields, "Version")));
    }

    private static Element needed(Fields fields, String local) {
        return Objects.requireNonNull(fields.part(local), local);
    }

    private static Header.Version version(Element element) {
        Fields fields = new Fields(element, MessageGrammar.VERSION);
        return new Header.Version(
                fields.needed("ETSIVersion"),
                fields.needed("NationalProfileOwner"),
                fields.needed("NationalProfileVersion"));
    }

    private static Body payload(Element payload) {
        Element inside = payload.children().getFirst();
        return switch (inside.name().getLocalPart()) {
            case "ActionRequests" ->
                    new Body.Request(
                            inside.children().stream().map(MessageReading::request).toList());
            case "ActionResponses" ->
                    new Body.Response(
                            inside.children().stream().map(MessageReading::response).toList());
            default -> new Body.Failure(ObjectReading.error(inside));
        };
    }

    private static BigInteger number(Element action) {
        Element id = action.children().getFirst();
        return new BigInteger(Lexical.COUNT.value(id.letters()));
    }

    private static ActionRequest request(Element action) {
        Element verb = action.children().get(1);
        return new ActionRequest(number(action), ask(verb));
    }

    private static Ask ask(Element verb) {
        return switch (verb.name().getLocalPart()) {
            case "GET" -> new Ask.Get(id(verb));
            case "CREATE" -> new Ask.Create(object(verb, 0));
            case "UPDATE" -> new Ask.Update(object(verb, 0));
            case "DELIVER" -> new Ask.Deliver(id(verb), object(verb, 1));
            default -> {
                Fields fields = new Fields(verb, MessageGrammar.LIST);
                yield new Ask.ListObjects(fields.entry("ObjectType"), fields.stamp("LastChanged"));
            }
        };
    }

    private static ActionResponse response(Element action) {
        Element verb = action.children().get(1);
        return new ActionResponse(number(action), answer(verb));
    }

    private static Answer answer(Element verb) {
        boolean whole = verb.children().size() > 1;
        return switch (verb.name().getLocalPart()) {
            case "GETResponse" -> new Answer.Got(object(verb, 0));
            case "CREATEResponse" -> new Answer.Created(id(verb), whole ? object(verb, 1) : null);
            case "UPDATEResponse" -> new Answer.Updated(id(verb), whole ? object(verb, 1) : null);
            case "DELIVERResponse" -> new Answer.Delivered(id(verb));
            case "LISTResponse" ->
                    new Answer.Listed(
                            verb.children().stream().map(MessageReading::listRecord).toList());
            default -> new Answer.Refused(ObjectReading.error(verb));
        };
    }

    private static HiMessage.ListRecord listRecord(Element element) {
        Fields fields = new Fields(element, MessageGrammar.RECORD);
        return new HiMessage.ListRecord(
                Objects.requireNonNull(fields.entry("ObjectType")),
                fields.needed("Identifier"),
                fields.text("CountryCode"),
                fields.text("OwnerIdentifier"),
                Objects.requireNonNull(fields.count("Generation")),
                fields.text("ExternalIdentifier"),
                fields.stamp("LastChanged"));
    }

    private static String id(Element verb) {
        Element id = verb.children().getFirst();
        if (!id.name().equals(new QName(Namespaces.CORE, "Identifier"))) {
            throw new IllegalStateException("the grammar accepted " + id.name());
        }
        return Lexical.UUID.value(id.letters());
    }

    private static HiObject object(Element verb, int place) {
        return ObjectReading.object(verb.children().get(place));
    }
}
