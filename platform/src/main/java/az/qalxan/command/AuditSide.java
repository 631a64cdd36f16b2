package az.qalxan.command;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.ledger.LogOversight;
import az.qalxan.ledger.SubjectQuestion;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a command about the journal's integrity works; both sides answer in the same form. */
sealed interface AuditSide extends WhereCommand.Side {

    /** The side that the options name. */
    static AuditSide of(WhereOptions where) {
        return where.side(Here::new, There::new);
    }

    /** Starts a verification, or finds the running one. */
    JsonNode verify() throws IOException, CallRefused;

    /** How far it is. */
    JsonNode progress(String id) throws IOException, CallRefused;

    /** Writes a proof of completeness into that file. */
    void prove(SubjectQuestion question, Path out) throws IOException, CallRefused;

    /** A server, through its interface for programs. */
    record There(ProgramCalls calls) implements AuditSide {

        @Override
        public JsonNode verify() throws IOException, CallRefused {
            return calls.post("/api/log/verifications");
        }

        @Override
        public JsonNode progress(String id) throws IOException, CallRefused {
            return calls.get("/api/log/verifications/" + id);
        }

        @Override
        public void prove(SubjectQuestion question, Path out) throws IOException, CallRefused {
            String[] subject = question.subject().split("/", 2);
            Files.write(
                    out,
                    calls.bytes(
                            "/api/log/proof?kind=%s&id=%s&from=%s&until=%s"
                                    .formatted(
                                            URLEncoder.encode(subject[0], StandardCharsets.UTF_8),
                                            URLEncoder.encode(subject[1], StandardCharsets.UTF_8),
                                            question.from(),
                                            question.until())));
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    /** A data folder; whoever may read its files acts as the system, and is recorded so. */
    record Here(ConfigurableApplicationContext started) implements AuditSide {

        private static final TransactionIdentity COMMAND = TransactionIdentity.job("command");

        private LogOversight desk() {
            return started.getBean(LogOversight.class);
        }

        @Override
        public JsonNode verify() {
            UUID id = ActingAs.call(COMMAND, () -> desk().verify("./qalxan audit verify"));
            return progress(id.toString());
        }

        @Override
        public JsonNode progress(String id) {
            return JsonMapper.shared()
                    .valueToTree(
                            ActingAs.call(
                                    COMMAND,
                                    () -> desk().progress(UUID.fromString(id)).orElseThrow()));
        }

        @Override
        public void prove(SubjectQuestion question, Path out) throws IOException {
            Path made = ActingAs.call(COMMAND, () -> desk().prove(question));
            Files.move(made, out, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() {
            started.close();
        }
    }
}
