package az.qalxan.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.RestClient;
import org.opensearch.client.RestClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chooses where events are searched: {@code qalxan.events.opensearch} names the nodes of a cluster
 * ({@code https://host:port}, with commas between), {@code qalxan.events.opensearch-user} and the
 * file {@code qalxan.events.opensearch-password-file} how to sign in there. Without nodes
 * PostgreSQL searches by itself.
 */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final String NODES = "qalxan.events.opensearch";
    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout ANSWER = Timeout.ofSeconds(20);

    /** The index, and that it is closed with the program. */
    static final class Chosen implements AutoCloseable {

        private final Optional<OpenSearchIndex> index;

        private Chosen(Optional<OpenSearchIndex> index) {
            this.index = index;
        }

        Optional<SearchIndex> index() {
            return index.map(SearchIndex.class::cast);
        }

        @Override
        public void close() throws IOException {
            if (index.isPresent()) {
                index.get().close();
            }
        }
    }

    @Bean
    Chosen chosenSearchIndex(Environment environment) {
        String nodes = environment.getProperty(NODES, "");
        return new Chosen(
                nodes.isBlank()
                        ? Optional.empty()
                        : Optional.of(new OpenSearchIndex(client(nodes, environment))));
    }

    @Bean
    EventSearch eventSearch(EventArchive archive, EventIndexStore store, Chosen chosen) {
        return chosen.index()
                .<EventSearch>map(index -> new IndexedEventSearch(archive, store, index))
                .orElse(archive::search);
    }

    @Bean
    SearchRound searchRound(
            Chosen chosen,
            EventIndexStore store,
            EventSourceStore sources,
            Clock clock,
            TransactionTemplate transaction) {
        return new SearchRound(chosen.index(), store, sources, clock, transaction);
    }

    private static RestClient client(String nodes, Environment environment) {
        RestClientBuilder builder =
                RestClient.builder(
                        Arrays.stream(nodes.split(","))
                                .map(String::strip)
                                .map(SearchConfiguration::host)
                                .toArray(HttpHost[]::new));
        builder.setRequestConfigCallback(
                request -> request.setConnectTimeout(CONNECT).setResponseTimeout(ANSWER));
        String user = environment.getProperty(NODES + "-user", "");
        if (!user.isEmpty()) {
            builder.setDefaultHeaders(new Header[] {signIn(user, environment)});
        }
        return builder.build();
    }

    private static HttpHost host(String node) {
        try {
            URI address = URI.create(node);
            if (address.getHost() != null && !address.getRawAuthority().contains("@")) {
                return HttpHost.create(address);
            }
        } catch (IllegalArgumentException e) {
            throw wrong(node, e);
        }
        throw wrong(node, null);
    }

    private static IllegalArgumentException wrong(String node, @Nullable Exception cause) {
        return new IllegalArgumentException(
                NODES + " names https://host:port, with commas between, not " + node, cause);
    }

    private static Header signIn(String user, Environment environment) {
        String file = environment.getProperty(NODES + "-password-file", "");
        if (file.isEmpty()) {
            throw new IllegalStateException(
                    NODES + "-user is set, " + NODES + "-password-file is not");
        }
        try {
            String both = user + ":" + Files.readString(Path.of(file)).strip();
            return new BasicHeader(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
