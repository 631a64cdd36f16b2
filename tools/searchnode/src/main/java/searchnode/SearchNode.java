package searchnode;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** Starts a node in a folder, prints {@code PORT} and its HTTP port, and runs until it is ended. */
public final class SearchNode extends Node {

    private static final String NAME = "test";

    private SearchNode(Environment environment) {
        super(environment, List.of(netty()), false);
    }

    private static PluginInfo netty() {
        String name = Netty4ModulePlugin.class.getName();
        return new PluginInfo(
                name, "network", "NA", Version.CURRENT, "25", name, null, List.of(), false);
    }

    /** Takes one argument: the folder. */
    public static void main(String[] arguments) throws Exception {
        Settings settings =
                Settings.builder()
                        .put("path.home", arguments[0])
                        .put("node.name", NAME)
                        .put("cluster.name", NAME)
                        .put("discovery.type", "single-node")
                        .put("network.host", "127.0.0.1")
                        .put("http.port", "0")
                        .put("transport.port", "0")
                        .put("http.type", "netty4")
                        .put("transport.type", "netty4")
                        .put("cluster.routing.allocation.disk.threshold_enabled", false)
                        .build();
        SearchNode node =
                new SearchNode(
                        InternalSettingsPreparer.prepareEnvironment(
                                settings, Map.of(), null, () -> NAME));
        node.start();
        int port =
                node.injector()
                        .getInstance(HttpServerTransport.class)
                        .boundAddress()
                        .publishAddress()
                        .getPort();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("PORT " + port);
        new CountDownLatch(1).await();
    }
}
