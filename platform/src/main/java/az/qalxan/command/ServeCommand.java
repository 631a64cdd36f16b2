package az.qalxan.command;

import az.qalxan.QalxanApplication;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./qalxan serve}: the platform without synthetic data. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the platform.")
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "TCP port (${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--data", defaultValue = "data/serve", description = "Data folder (${DEFAULT-VALUE}).")
    Path data = Path.of("data");

    @Override
    public Integer call() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("qalxan.data", data.toString());
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(settings);
        application.run();
        return Qalxan.KEEP_RUNNING;
    }
}
