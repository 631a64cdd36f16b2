package az.qalxan.command;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportReference;
import az.qalxan.reporting.ReportReferences;
import az.qalxan.series.RelinkProgress;
import az.qalxan.series.Relinking;
import az.qalxan.series.SeriesDesk;
import az.qalxan.series.SeriesMessages;
import az.qalxan.web.Language;
import az.qalxan.web.Texts;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Where a command about series works; both sides answer in the form of the interface. */
sealed interface SeriesSide extends AutoCloseable {

    /** The side that the options name. */
    static SeriesSide of(WhereOptions where) {
        return where.side(Here::new, There::new);
    }

    /** The series of a report, or null in JSON when it is in none. */
    JsonNode ofReport(ReportReference report) throws IOException, CallRefused;

    /** Starts linking everything anew, or goes on with it. */
    JsonNode relink() throws IOException, CallRefused;

    /** How far that is. */
    JsonNode progress() throws IOException, CallRefused;

    @Override
    void close();

    /** A server, through its interface for programs. */
    record There(ProgramCalls calls) implements SeriesSide {

        @Override
        public JsonNode ofReport(ReportReference report) throws IOException, CallRefused {
            String name = URLEncoder.encode(report.value(), StandardCharsets.UTF_8);
            return calls.get("/api/reports/" + name + "/series?lang=en").path("series");
        }

        @Override
        public JsonNode relink() throws IOException, CallRefused {
            return calls.post("/api/series/relink/start");
        }

        @Override
        public JsonNode progress() throws IOException, CallRefused {
            return calls.get("/api/series/relink");
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    /** A data folder; whoever may read its files acts as the system, and is recorded so. */
    record Here(ConfigurableApplicationContext started) implements SeriesSide {

        private static final TransactionIdentity COMMAND = TransactionIdentity.job("command");

        @Override
        public JsonNode ofReport(ReportReference reference) throws CallRefused {
            Optional<ReportId> report =
                    ActingAs.call(
                            COMMAND, () -> started.getBean(ReportReferences.class).find(reference));
            if (report.isEmpty()) {
                throw new CallRefused("there is no report " + reference + ".");
            }
            return ActingAs.call(COMMAND, () -> series(report.get()));
        }

        private JsonNode series(ReportId report) {
            SeriesDesk desk = started.getBean(SeriesDesk.class);
            SeriesMessages messages = started.getBean(SeriesMessages.class);
            return desk.open(report)
                    .map(series ->
                            messages.of(
                                    series,
                                    desk.decisions(SeriesMessages.members(series)),
                                    started.getBean(Texts.class).in(Language.EN)))
                    .map(message -> (JsonNode) JsonMapper.shared().valueToTree(message))
                    .orElse(NullNode.getInstance());
        }

        @Override
        public JsonNode relink() {
            return json(ActingAs.call(COMMAND, () -> started.getBean(Relinking.class).start()));
        }

        @Override
        public JsonNode progress() {
            return json(
                    ActingAs.call(
                            COMMAND,
                            () -> started.getBean(Relinking.class).progress().orElseThrow()));
        }

        private static JsonNode json(RelinkProgress progress) {
            return JsonMapper.shared().valueToTree(progress);
        }

        @Override
        public void close() {
            started.close();
        }
    }
}
