package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./qalxan peer}: other instances, and what they know of this one. */
@Command(
        name = "peer",
        mixinStandardHelpOptions = true,
        description = "Other Qalxan instances that this one exchanges messages with.",
        subcommands = {
            PeerCommand.Introduce.class,
            PeerCommand.Peers.class,
            PeerCommand.Add.class,
            PeerCommand.Roll.class,
            PeerCommand.Mail.class,
            PeerCommand.Compare.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; of compare: both ends hold the same",
            "1:refused, no answer, or both ends differ",
            "2:the command line is wrong"
        })
final class PeerCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    /** What every one of them needs. */
    abstract static class Part extends WhereCommand<PeerSide> {

        Part() {
            super("peer");
        }

        @Override
        PeerSide side() {
            return PeerSide.of(where);
        }
    }

    /** {@code ./qalxan peer introduce}. */
    @Command(
            name = "introduce",
            mixinStandardHelpOptions = true,
            description =
                    "Prints what another instance needs to know of this one, as JSON. Nothing in it"
                            + " is secret; compare the fingerprints by telephone.")
    static final class Introduce extends Part {

        @Override
        int run(PeerSide side, PrintWriter out) throws IOException, CallRefused {
            JsonNode told = side.introduction();
            out.println(json ? told.toString() : told.toPrettyString());
            return 0;
        }
    }

    /** {@code ./qalxan peer list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the peers.")
    static final class Peers extends Part {

        @Override
        int run(PeerSide side, PrintWriter out) throws IOException, CallRefused {
            JsonNode peers = side.peers();
            if (json) {
                out.println(peers);
                return 0;
            }
            for (JsonNode peer : peers) {
                out.printf(
                        "%-16s %-10s %-40s %s%n",
                        peer.path("code").asString(),
                        peer.path("state").asString(),
                        peer.path("address").asString(),
                        peer.path("name").asString());
            }
            return 0;
        }
    }

    /** {@code ./qalxan peer add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Enters a peer by its introduction. A person admits it at /peers.")
    static final class Add extends Part {

        @Option(names = "--code", required = true, description = "Our code for it.")
        String code = "";

        @Option(
                names = "--file",
                required = true,
                description = "Its introduction, as ./qalxan peer introduce prints it there.")
        Path file = Path.of("");

        @Option(
                names = "--bodies",
                split = ",",
                description = "The bodies it may speak for; otherwise those it names itself.")
        @Nullable List<String> bodies;

        @Override
        int run(PeerSide side, PrintWriter out) throws IOException, CallRefused {
            JsonNode read;
            try {
                read = JsonMapper.shared().readTree(Files.readString(file));
            } catch (JacksonException e) {
                return refuse(file + " is no introduction: " + e.getOriginalMessage());
            }
            if (!(read instanceof ObjectNode entry)) {
                return refuse(file + " is no introduction.");
            }
            entry.put("code", code);
            if (bodies != null) {
                entry.putArray("bodies")
                        .addAll(
                                bodies.stream()
                                        .map(one ->
                                                (JsonNode)
                                                        JsonMapper.shared()
                                                                .getNodeFactory()
                                                                .stringNode(one))
                                        .toList());
            }
            entry.remove("fingerprints");
            JsonNode entered = side.enter(entry);
            out.println(
                    json
                            ? entered.toString()
                            : "peer: " + code + " is entered; another person admits it at /peers.");
            return 0;
        }
    }

    /** {@code ./qalxan peer roll}. */
    @Command(
            name = "roll",
            mixinStandardHelpOptions = true,
            description =
                    "Makes the next key. One of tls or sign is announced to every peer, and used"
                            + " towards a peer when that peer's receipt is here. One of smime or"
                            + " openpgp signs at once; give its public part to partners, which"
                            + " ./qalxan peer mail-keys prints.")
    static final class Roll extends Part {

        @Option(names = "--usage", required = true, description = "tls, sign, smime or openpgp.")
        String usage = "";

        @Override
        int run(PeerSide side, PrintWriter out) throws IOException, CallRefused {
            if (!List.of("tls", "sign", "smime", "openpgp").contains(usage)) {
                return refuse("--usage is tls, sign, smime or openpgp, not " + usage + ".");
            }
            JsonNode made = side.roll(usage);
            out.println(
                    json
                            ? made.toString()
                            : "peer: the next key has the fingerprint "
                                    + made.path("fingerprint").asString());
            return 0;
        }
    }

    /** {@code ./qalxan peer mail-keys}. */
    @Command(
            name = "mail-keys",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the public parts of our own keys of secure e-mail. Nothing in them is"
                            + " secret; compare the fingerprints by telephone.")
    static final class Mail extends Part {

        @Override
        int run(PeerSide side, PrintWriter out) throws IOException, CallRefused {
            JsonNode keys = side.mailKeys();
            if (json) {
                out.println(keys);
                return 0;
            }
            for (JsonNode key : keys) {
                out.printf(
                        "%s %s until %s%s%n%s%n",
                        key.path("usage").asString(),
                        key.path("fingerprint").asString(),
                        key.path("until").asString(),
                        key.path("signs").asBoolean() ? " (signs)" : "",
                        key.path("text").asString());
            }
            return 0;
        }
    }

    /** {@code ./qalxan peer compare}. */
    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = "Compares both ends of a conversation.")
    static final class Compare extends Part {

        @Option(names = "--peer", required = true, description = "Our code of the peer.")
        String peer = "";

        @Option(names = "--conversation", required = true, description = "Its id.")
        UUID conversation = new UUID(0, 0);

        @Override
        int run(PeerSide side, PrintWriter out) throws IOException, CallRefused {
            JsonNode found = side.compare(peer, conversation);
            boolean same = found.path("same").asBoolean();
            if (json) {
                out.println(found);
                return same ? 0 : 1;
            }
            JsonNode sides = found.path("sides");
            print(out, "here ", sides.path("ours"));
            if (sides.path("theirs").isObject()) {
                print(out, "there", sides.path("theirs"));
            } else {
                out.println("there no answer: " + sides.path("trouble").asString());
            }
            out.println(same ? "the same" : "not the same");
            return same ? 0 : 1;
        }

        private static void print(PrintWriter out, String where, JsonNode side) {
            out.printf(
                    "%s %s sent %d taken %d%n",
                    where,
                    side.path("digest").asString(),
                    side.path("sent").asInt(),
                    side.path("taken").asInt());
        }
    }
}
