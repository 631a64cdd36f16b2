package az.qalxan.command;

import az.qalxan.QalxanApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The platform as the commands start it.
 *
 * @param port TCP port; 0 takes a free one
 */
record Platform(int port, Path data, Map<String, Object> settings) {

    static final int PORT_MAX = 65_535;

    private static final Map<String, Object> QUIET =
            Map.of("server.address", "127.0.0.1", "logging.threshold.console", "OFF");

    Platform {
        settings = Map.copyOf(settings);
    }

    /** Whether somebody else listens on that port already. */
    static boolean isTaken(int port) {
        if (port == 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Started for one command: this machine alone reaches it, and it prints nothing. */
    static ConfigurableApplicationContext quietly(Path data) {
        return new Platform(0, data, QUIET).start();
    }

    ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(settings);
        application.addInitializers(started ->
                started.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("command line", told())));
        return application.run();
    }

    /** What no variable of the environment may change: the database lies where the command says. */
    private Map<String, Object> told() {
        return Map.of("server.port", port, "qalxan.data", data.toString());
    }

    /** The address at which a started platform is reached from this machine. */
    static String address(ConfigurableApplicationContext started) {
        return "http://localhost:"
                + started.getEnvironment().getRequiredProperty("local.server.port");
    }
}
