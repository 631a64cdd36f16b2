package az.qalxan.command;

import az.qalxan.engines.ledger.BundleTrust;
import az.qalxan.engines.ledger.BundleVerdict;
import az.qalxan.engines.ledger.LedgerBundle;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.timestamp.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan ledger verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an exported bundle, alone or within an ASiC-E container, without network and"
                    + " database: a verdict per item, and where bytes were changed.",
            "Exit code 0 when all is valid, 1 when something is not."
        })
final class LedgerVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The bundle or container.")
    Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            converter = NoteKeyReading.class,
            description =
                    "A key (name+id+key) known from elsewhere that must have signed the checkpoint;"
                            + " may be repeated.")
    List<NoteKey> keys = List.of();

    @Option(
            names = "--tsa",
            paramLabel = "PEM",
            description =
                    "Certificates of time stamp authorities known from elsewhere, to one of which a"
                            + " stamp must lead; may be repeated.")
    List<Path> authorities = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec;

    LedgerVerifyCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        List<X509Certificate> trusted = new ArrayList<>();
        for (Path authority : authorities) {
            Optional<List<X509Certificate>> read = certificates(authority);
            if (read.isEmpty()) {
                return wrong(authority + " holds no certificates; wanted: a file in PEM or DER");
            }
            trusted.addAll(read.get());
        }
        if (!Files.isRegularFile(file)) {
            return wrong(file + " is no file");
        }
        try {
            BundleTrust trust = new BundleTrust(keys, new Timestamp(trusted));
            BundleVerdict verdict = LedgerBundle.verify(file, trust);
            LedgerVerdictText text = new LedgerVerdictText(verdict, !trusted.isEmpty());
            if (json) {
                spec.commandLine()
                        .getOut()
                        .println(JsonMapper.shared().writeValueAsString(text.json()));
            } else {
                text.lines().forEach(spec.commandLine().getOut()::println);
            }
            spec.commandLine().getOut().flush();
            return text.valid() ? 0 : 1;
        } catch (IOException e) {
            return wrong(file + " cannot be read: " + e.getMessage());
        }
    }

    private int wrong(String why) {
        spec.commandLine().getErr().println(why);
        return 2;
    }

    private static Optional<List<X509Certificate>> certificates(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> read = new ArrayList<>();
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                read.add((X509Certificate) one);
            }
            return read.isEmpty() ? Optional.empty() : Optional.of(read);
        } catch (IOException | CertificateException e) {
            return Optional.empty();
        }
    }
}
