package az.qalxan.scaleout;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scaleout worker}: does what a master asks for. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = "Works for a master on another machine; any number may, at any time.")
final class WorkerCommand implements Callable<Integer> {

    @Option(
            names = "--master",
            required = true,
            paramLabel = "NAME",
            description = "The master's --host.")
    String master = "";

    @Option(names = "--master-port", defaultValue = "6123", description = "Its --port.")
    int masterPort;

    @Option(
            names = "--host",
            required = true,
            paramLabel = "NAME",
            description = "Under which master and workers reach this machine.")
    String host = "";

    @Option(
            names = "--port",
            defaultValue = "6125",
            description = "For master and workers; the next one, too (default 6125).")
    int port;

    @Option(
            names = "--slots",
            defaultValue = "0",
            description = "How many parts of the job it takes; 0: one for each core.")
    int slots;

    @Mixin FlinkOptions flink = new FlinkOptions();

    @Option(
            names = "--trust-network",
            description = "Nobody else reaches this network; do without mutual TLS.")
    boolean trusted;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            flink.guarded(host, trusted);
            FlinkEdge.work(settings().folder());
            return ScaleoutCommand.GOES_ON;
        } catch (IOException e) {
            spec.commandLine().getErr().println("scaleout: " + e.getMessage());
            return 2;
        }
    }

    private ClusterSettings settings() throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        long heap = Runtime.getRuntime().maxMemory();
        return new ClusterSettings()
                .with("jobmanager.rpc.address", master)
                .with("jobmanager.rpc.port", masterPort)
                .with("taskmanager.host", host)
                .with("taskmanager.bind-host", "0.0.0.0")
                .with("taskmanager.rpc.port", port)
                .with("taskmanager.data.port", port + 1)
                .with("taskmanager.numberOfTaskSlots", slots > 0 ? slots : cores)
                .with("taskmanager.cpu.cores", cores)
                .with("taskmanager.memory.task.heap.size", heap + "b")
                .with("taskmanager.memory.task.off-heap.size", "0b")
                .with("taskmanager.memory.network.min", "64mb")
                .with("taskmanager.memory.network.max", "64mb")
                .with("taskmanager.memory.managed.size", "1mb")
                .with("taskmanager.memory.framework.heap.size", "0b")
                .with("taskmanager.memory.framework.off-heap.size", "128mb")
                .with("taskmanager.memory.jvm-metaspace.size", "256mb")
                .with("taskmanager.memory.jvm-overhead.min", "192mb")
                .with("taskmanager.memory.jvm-overhead.max", "192mb")
                .with(flink.all());
    }
}
