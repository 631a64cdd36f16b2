package az.qalxan.command;

import az.qalxan.demo.DemoCountry;
import az.qalxan.demo.DemoPeople;
import az.qalxan.demo.DemoSignIn;
import az.qalxan.strategy.DemoPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan demo}: the platform with a synthetic country and one sign-in per role. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts the platform with its own database and an invented country. A second start"
                        + " is quick and keeps what was done.")
final class DemoCommand implements Callable<Integer> {

    private static final int REPORTS_MAX = 10_000_000;
    private static final int TOLD_EVERY = 2_000;

    @Option(names = "--port", defaultValue = "8080", description = "TCP port (${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--data",
            defaultValue = "data/demo",
            description = "Data folder (${DEFAULT-VALUE}).")
    Path data = Path.of("");

    @Option(
            names = "--reports",
            defaultValue = "20000",
            description = "Reports of a new country, 10 to 10,000,000 (${DEFAULT-VALUE}).")
    int reports;

    @Option(
            names = "--seed",
            defaultValue = "2027",
            description = "Another number gives another country (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--reset", description = "Deletes the demonstration's data folder first.")
    boolean reset;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (Platform.isTaken(port)) {
            return refuse("port " + port + " is taken; choose another with --port.");
        }
        if (reports < 10 || reports > REPORTS_MAX) {
            return refuse("--reports takes 10 to 10000000, not " + reports + ".");
        }
        if (reset && !resetFolder()) {
            return refuse(data + " is not a demonstration's folder; it is left alone.");
        }
        Files.createDirectories(data);
        Files.writeString(marker(), "This folder belongs to ./qalxan demo.\n");
        ConfigurableApplicationContext started =
                new Platform(port, data, Map.of("qalxan.demo", true)).start();
        List<DemoSignIn> people = started.getBean(DemoPeople.class).introduce();
        started.getBean(DemoPlan.class)
                .bringIn(Path.of(System.getProperty("qalxan.home", "")).toAbsolutePath());
        DemoCountry country = started.getBean(DemoCountry.class);
        int loaded = country.load(seed, reports, count -> tell(out, count));
        country.awaitSeries(waiting -> tellWaiting(out, waiting));
        introduce(out, Platform.address(started), people, loaded);
        return Qalxan.KEEP_RUNNING;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("demo: " + why);
        return 1;
    }

    private Path marker() {
        return data.resolve(".qalxan-demo");
    }

    /** Deletes the folder; only one that a demonstration made. */
    private boolean resetFolder() throws IOException {
        if (!Files.exists(data)) {
            return true;
        }
        if (!Files.exists(marker())) {
            return false;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(data)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
        return true;
    }

    private int told;

    private void tell(PrintWriter out, int count) {
        if (count / TOLD_EVERY > told / TOLD_EVERY || count >= reports) {
            out.printf("  synthetic reports: %,d of %,d%n", count, reports);
            out.flush();
        }
        told = count;
    }

    private long toldWaiting;

    private void tellWaiting(PrintWriter out, long waiting) {
        if (waiting / TOLD_EVERY != toldWaiting / TOLD_EVERY) {
            out.printf("  looking for series: %,d reports to go%n", waiting);
            out.flush();
        }
        toldWaiting = waiting;
    }

    private static void introduce(
            PrintWriter out, String address, List<DemoSignIn> people, int reports) {
        out.printf("%nQalxan serves %,d synthetic reports at %s%n", reports, address);
        out.println("  a citizen starts at        " + address + "/report");
        out.println("  an official signs in at    " + address + "/sign-in");
        out.printf("%n  %-18s %-8s %-14s %s%n", "role", "body", "name", "password");
        for (DemoSignIn person : people) {
            out.printf(
                    "  %-18s %-8s %-14s %s%n",
                    person.role().code(), person.body(), person.username(), person.password());
        }
        out.println("  The second factor's code is shown on the sign-in page: demonstration only.");
        out.println("  Ctrl-C stops it; the next start keeps what was done.");
        out.flush();
    }
}
