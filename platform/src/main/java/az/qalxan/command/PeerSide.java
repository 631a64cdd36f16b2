package az.qalxan.command;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.MailKeys;
import az.qalxan.transmission.PeerDesk;
import az.qalxan.web.Language;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Texts;
import az.qalxan.web.Violation;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where a command about peers works; both sides answer in the form of the interface. */
sealed interface PeerSide extends WhereCommand.Side {

    static PeerSide of(WhereOptions where) {
        return where.side(Here::new, There::new);
    }

    JsonNode introduction() throws IOException, CallRefused;

    JsonNode peers() throws IOException, CallRefused;

    /** Enters a peer by its introduction. */
    JsonNode enter(ObjectNode entry) throws IOException, CallRefused;

    /** The public parts of our keys of secure e-mail. */
    JsonNode mailKeys() throws IOException, CallRefused;

    /** Makes the next key of that usage. */
    JsonNode roll(String usage) throws IOException, CallRefused;

    JsonNode compare(String peer, UUID conversation) throws IOException, CallRefused;

    /** A server, through its interface for programs. */
    record There(ProgramCalls calls) implements PeerSide {

        @Override
        public JsonNode introduction() throws IOException, CallRefused {
            return calls.get("/api/peers/introduction");
        }

        @Override
        public JsonNode peers() throws IOException, CallRefused {
            return calls.get("/api/peers");
        }

        @Override
        public JsonNode enter(ObjectNode entry) throws IOException, CallRefused {
            return calls.post("/api/peers", entry);
        }

        @Override
        public JsonNode mailKeys() throws IOException, CallRefused {
            return calls.get("/api/peers/mail-keys");
        }

        @Override
        public JsonNode roll(String usage) throws IOException, CallRefused {
            return calls.post("/api/peers/keys/" + usage);
        }

        @Override
        public JsonNode compare(String peer, UUID conversation) throws IOException, CallRefused {
            return calls.get(
                    "/api/peers/%s/conversations/%s/comparison".formatted(peer, conversation));
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    /** A data folder; whoever may read its files acts as the system, and is recorded so. */
    record Here(ConfigurableApplicationContext started) implements PeerSide {

        private static final TransactionIdentity COMMAND = TransactionIdentity.job("command");
        private static final JsonMapper JSON = JsonMapper.shared();

        private PeerDesk desk() {
            return started.getBean(PeerDesk.class);
        }

        private <T> T asSystem(Supplier<T> work) throws CallRefused {
            try {
                return ActingAs.call(COMMAND, work::get);
            } catch (ProblemFound e) {
                throw new CallRefused(e.problem().slug() + ". " + words(e.violations()));
            }
        }

        private String words(List<Violation> wrong) {
            var english = started.getBean(Texts.class).in(Language.EN);
            return wrong.stream()
                    .map(one -> one.location() + ": " + one.in(english))
                    .collect(Collectors.joining("; "));
        }

        @Override
        public JsonNode introduction() {
            return JSON.valueToTree(ActingAs.call(COMMAND, desk()::introduction));
        }

        @Override
        public JsonNode peers() throws CallRefused {
            return JSON.valueToTree(asSystem(desk()::peers));
        }

        @Override
        public JsonNode enter(ObjectNode entry) throws CallRefused {
            PeerDesk.Entry form =
                    new PeerDesk.Entry(
                            entry.path("code").asString(""),
                            entry.path("bodies").valueStream().map(JsonNode::asString).toList(),
                            new PeerDesk.Introduction(
                                    entry.path("instance").asString(""),
                                    entry.path("name").asString(""),
                                    entry.path("address").asString(""),
                                    List.of(),
                                    entry.path("tls").asString(""),
                                    entry.path("sign").asString(""),
                                    desk().introduction().fingerprints()));
            List<Violation> wrong = asSystem(() -> desk().enter("./qalxan peer", form));
            if (!wrong.isEmpty()) {
                throw new CallRefused(words(wrong));
            }
            return JSON.createObjectNode().put("code", form.code()).put("state", "proposed");
        }

        private MailKeys mail() {
            return started.getBean(MailKeys.class);
        }

        @Override
        public JsonNode mailKeys() throws CallRefused {
            return JSON.valueToTree(asSystem(mail()::own));
        }

        @Override
        public JsonNode roll(String usage) throws CallRefused {
            String made =
                    asSystem(() ->
                            desk().roll(usage)
                                    .or(() -> mail().roll(usage).map(MailKeys.Shown::fingerprint))
                                    .orElseThrow());
            return JSON.createObjectNode().put("fingerprint", made);
        }

        @Override
        public JsonNode compare(String peer, UUID conversation) throws CallRefused {
            PeerDesk.Comparison sides = asSystem(() -> desk().compare(peer, conversation));
            ObjectNode answer = JSON.createObjectNode().put("same", sides.same());
            answer.set("sides", JSON.valueToTree(sides));
            return answer;
        }

        @Override
        public void close() {
            started.close();
        }
    }
}
