package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that works on a data folder or a server.
 *
 * @param <S> what it asks there
 */
abstract class WhereCommand<S extends WhereCommand.Side> implements Callable<Integer> {

    /** What a command asks, in a data folder or at a server. */
    interface Side extends AutoCloseable {

        @Override
        void close();
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    WhereOptions where = new WhereOptions();

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    private final String name;

    /**
     * A command.
     *
     * @param name what its refusals begin with
     */
    WhereCommand(String name) {
        this.name = name;
    }

    abstract S side();

    abstract int run(S side, PrintWriter out) throws IOException, CallRefused, InterruptedException;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (S side = side()) {
            return run(side, out);
        } catch (CallRefused e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (ConnectException e) {
            return refuse("no server answers at that address.");
        } finally {
            out.flush();
        }
    }

    int refuse(String why) {
        spec.commandLine().getErr().println(name + ": " + why);
        return 1;
    }
}
