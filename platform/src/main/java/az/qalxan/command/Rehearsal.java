package az.qalxan.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A start that the launcher records for the JVM's start-up cache (JEP 514): a few pages are asked
 * for, then the platform stops.
 */
final class Rehearsal {

    private static final List<String> PAGES = List.of("/", "/report", "/sign-in", "/statistics");

    private Rehearsal() {}

    /** Asks for the pages and stops, if this is a rehearsal; false when it is not. */
    static boolean endIfAsked(ConfigurableApplicationContext started) {
        if (!Boolean.getBoolean("qalxan.rehearsal")) {
            return false;
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                client.send(
                        HttpRequest.newBuilder(URI.create(Platform.address(started) + page))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.close();
        return true;
    }
}
