package az.qalxan.command;

import az.qalxan.access.BodyCode;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.strategy.EditionDesk;
import az.qalxan.strategy.PlanMessages;
import az.qalxan.strategy.PlanReporting;
import az.qalxan.web.Language;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Where a command about the plan works; both sides answer in the form of the interface. */
sealed interface PlanSide extends AutoCloseable {

    /** The data folder of {@code ./qalxan serve} where the options name none. */
    Path USUAL = Path.of("data/serve");

    /** The side that the options name. */
    static PlanSide of(@Nullable WhereOptions where) {
        if (where == null) {
            return new Here(Platform.quietly(USUAL));
        }
        return where.side(Here::new, There::new);
    }

    /** Records the file; the answer says what became of it, also when it was refused. */
    JsonNode record(byte[] file, String note) throws IOException, CallRefused;

    /** The state of the plan, with the measures of a body unless that is empty. */
    JsonNode status(String body) throws IOException, CallRefused;

    /** What changed between two editions. */
    JsonNode changes(int before, int after) throws IOException, CallRefused;

    /** The report of a period as a file. */
    Printed report(PlanReportCommand.Ask ask) throws IOException, CallRefused;

    /**
     * A report as PDF.
     *
     * @param which its number, or {@code draft}
     */
    record Printed(byte[] pdf, String which) {}

    @Override
    void close();

    /** A server, through its interface for programs. */
    record There(ProgramCalls calls) implements PlanSide {

        private static final int REFUSED = 422;

        @Override
        public JsonNode record(byte[] file, String note) throws IOException, CallRefused {
            return calls.post("/api/strategy/editions?note=" + encoded(note), file, REFUSED);
        }

        @Override
        public JsonNode status(String body) throws IOException, CallRefused {
            return calls.get("/api/strategy/plan/status?body=" + encoded(body));
        }

        @Override
        public JsonNode changes(int before, int after) throws IOException, CallRefused {
            return calls.get("/api/strategy/editions/" + before + "/changes/" + after);
        }

        @Override
        public Printed report(PlanReportCommand.Ask ask) throws IOException, CallRefused {
            ProgramCalls.Bytes file =
                    calls.file(
                            "/api/strategy/reports/file?period=%s&body=%s&lang=%s&draft=%s"
                                    .formatted(
                                            ask.period().code(),
                                            encoded(ask.body()),
                                            ask.language(),
                                            ask.draft()),
                            "Qalxan-Report");
            return new Printed(file.content(), file.header());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    /** A data folder; whoever may read its files acts as the system, and is recorded so. */
    record Here(ConfigurableApplicationContext started) implements PlanSide {

        private static final TransactionIdentity COMMAND = TransactionIdentity.job("command");

        private <T> T asSystem(Supplier<T> work) {
            return ActingAs.call(COMMAND, work::get);
        }

        private PlanMessages messages() {
            return started.getBean(PlanMessages.class);
        }

        @Override
        public JsonNode record(byte[] file, String note) {
            EditionDesk desk = started.getBean(EditionDesk.class);
            return asSystem(
                    () -> messages().outcome(desk.record(file, "./qalxan plan import", note)));
        }

        @Override
        public JsonNode status(String body) throws CallRefused {
            BodyCode code = body.isEmpty() ? null : new BodyCode(body);
            return asSystem(() -> messages().status(code))
                    .orElseThrow(() -> new CallRefused("there is no plan; import one."));
        }

        @Override
        public JsonNode changes(int before, int after) throws CallRefused {
            return asSystem(() -> messages().changes(before, after))
                    .orElseThrow(() ->
                            new CallRefused(
                                    "there is no edition %d or no edition %d."
                                            .formatted(before, after)));
        }

        @Override
        public Printed report(PlanReportCommand.Ask ask) throws CallRefused {
            PlanReporting.Asked asked =
                    new PlanReporting.Asked(
                            ask.period(),
                            ask.body().isEmpty() ? null : new BodyCode(ask.body()),
                            Language.of(ask.language()),
                            ask.draft());
            return asSystem(() -> started.getBean(PlanReporting.class).print(asked))
                    .map(file ->
                            new Printed(
                                    file.pdf(),
                                    file.number() == 0 ? "draft" : String.valueOf(file.number())))
                    .orElseThrow(() ->
                            new CallRefused("there is no plan, or it asks nothing of that body."));
        }

        @Override
        public void close() {
            started.close();
        }
    }
}
