package az.qalxan.scaleout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scaleout master}: the job, done by whatever workers come. */
@Command(
        name = "master",
        mixinStandardHelpOptions = true,
        description =
                "Leads the job; workers on other machines do it, as many as there are. When one"
                        + " comes or is lost, the job spreads itself anew from its newest"
                        + " checkpoint. Its ports must be reached by the workers and by nobody"
                        + " else (docs/operating/scale-out.md).")
final class MasterCommand implements Callable<Integer> {

    @Mixin JobOptions options = new JobOptions();

    @Option(
            names = "--host",
            required = true,
            paramLabel = "NAME",
            description = "Under which the workers reach this machine.")
    String host = "";

    @Option(
            names = "--port",
            defaultValue = "6123",
            description = "For workers; the next one, too (default 6123).")
    int port;

    @Option(
            names = "--state-port",
            defaultValue = "8081",
            description = "Shows the job's state as JSON, on this machine only (default 8081).")
    int statePort;

    @Option(
            names = "--trust-network",
            description = "Nobody else reaches this network; do without mutual TLS.")
    boolean trusted;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            options.flink.guarded(host, trusted);
            spec.commandLine().getErr().println(LoadedRules.of(options.settings().rules()).told());
            Path folder = settings().folder();
            ClusterJob.ask(options);
            StandaloneApplicationClusterEntryPoint.main(
                    new String[] {
                        "--configDir",
                        folder.toString(),
                        "--job-classname",
                        ClusterJob.class.getName()
                    });
            return ScaleoutCommand.GOES_ON;
        } catch (IOException e) {
            spec.commandLine().getErr().println("scaleout: " + e.getMessage());
            return 2;
        }
    }

    private ClusterSettings settings() throws IOException {
        return new ClusterSettings()
                .with("jobmanager.rpc.address", host)
                .with("jobmanager.rpc.port", port)
                .with("jobmanager.bind-host", "0.0.0.0")
                .with("blob.server.port", port + 1)
                .with("rest.address", "127.0.0.1")
                .with("rest.bind-address", "127.0.0.1")
                .with("rest.bind-port", statePort)
                .with("scheduler-mode", "reactive")
                .with(options.flink.all());
    }
}
