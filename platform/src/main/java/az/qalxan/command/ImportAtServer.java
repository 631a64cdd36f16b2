package az.qalxan.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import at a server, through its interface for programs. */
final class ImportAtServer implements ImportSide {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final int STATUS_OK_BELOW = 300;
    private static final int STATUS_NOT_FOUND = 404;
    private static final UUID NO_IMPORT = new UUID(0, 0);

    private final URI imports;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_MAX)
                    .build();

    ImportAtServer(URI server, String token) {
        String base = server.toString();
        this.imports = URI.create(base + (base.endsWith("/") ? "" : "/") + "api/imports");
        this.token = token;
    }

    @Override
    public CheckedFile check(Path file) throws IOException, ImportRefused {
        askForEntry();
        String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
        JsonNode answer =
                send(
                        HttpRequest.newBuilder(URI.create(imports + "?name=" + name))
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofFile(file)));
        List<WrongCell> first = new ArrayList<>();
        for (JsonNode cell : answer.path("first")) {
            first.add(
                    new WrongCell(
                            cell.path("row").asInt(),
                            cell.path("field").asString(),
                            cell.path("message").asString()));
        }
        return new CheckedFile(id(answer), answer.path("repeated").asBoolean(), first);
    }

    /** A large file that is refused on the way breaks the connection before the reason is read. */
    private void askForEntry() throws IOException, ImportRefused {
        HttpResponse<String> answer =
                answer(HttpRequest.newBuilder(URI.create(imports + "/" + NO_IMPORT)).GET());
        if (answer.statusCode() != STATUS_NOT_FOUND) {
            throw refusal(answer);
        }
    }

    @Override
    public Progress start(UUID id) throws IOException, ImportRefused {
        return progress(id, "/start");
    }

    @Override
    public Progress drop(UUID id) throws IOException, ImportRefused {
        return progress(id, "/drop");
    }

    private Progress progress(UUID id, String step) throws IOException, ImportRefused {
        return progress(
                send(
                        HttpRequest.newBuilder(URI.create(imports + "/" + id + step))
                                .POST(HttpRequest.BodyPublishers.noBody())));
    }

    @Override
    public Progress progress(UUID id) throws IOException, ImportRefused {
        return progress(send(HttpRequest.newBuilder(URI.create(imports + "/" + id)).GET()));
    }

    private static Progress progress(JsonNode answer) throws ImportRefused {
        return new Progress(
                id(answer),
                answer.path("state").asString(),
                answer.path("rows").asInt(),
                answer.path("wrong").asInt(),
                answer.path("done").asInt(),
                answer.path("stored").asInt());
    }

    private static UUID id(JsonNode answer) throws ImportRefused {
        try {
            return UUID.fromString(answer.path("id").asString());
        } catch (IllegalArgumentException e) {
            throw new ImportRefused("the server's answer names no import");
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, ImportRefused {
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() >= STATUS_OK_BELOW) {
            throw refusal(answer);
        }
        return json(answer);
    }

    private static ImportRefused refusal(HttpResponse<String> answer) throws ImportRefused {
        return new ImportRefused(
                "the server answers %d: %s"
                        .formatted(answer.statusCode(), json(answer).path("detail").asString()));
    }

    private static JsonNode json(HttpResponse<String> answer) throws ImportRefused {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new ImportRefused("the server's answer is not JSON; is the address right?");
        }
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
