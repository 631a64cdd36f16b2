import az.qalxan.engines.threatintel.csaf.CsafCheck;
import az.qalxan.engines.threatintel.csaf.CsafVerdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whole verdicts on CSAF documents, from bytes, on one core: all tests, mandatory to informative. */
final class CsafBench {

    private static final int WARM_ROUNDS = 40;
    private static final int ROUNDS = 60;

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench csaf [--input FOLDER]", words);
        String folder = options.text("--input", "");
        List<byte[]> documents = folder.isEmpty() ? invented() : files(Path.of(folder));
        long bytes = documents.stream().mapToLong(d -> d.length).sum();
        String input = folder.isEmpty() ? "invented advisories" : folder;
        Outcome outcome =
                new Outcome(
                        "csaf",
                        "%s, %d documents, %d bytes".formatted(input, documents.size(), bytes),
                        options);
        CsafCheck check = new CsafCheck(Clock.systemUTC());
        round(check, documents, WARM_ROUNDS);
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        long invalid = round(check, documents, ROUNDS);
        double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
        double all = (double) ROUNDS * documents.size();
        outcome.atLeast("documents judged, on one core", all / seconds, 3566, "/s");
        outcome.also("the same", ROUNDS * bytes / 1e6 / seconds, "MB/s");
        outcome.also("invalid of them", invalid / (double) ROUNDS, "");
        outcome.end();
    }

    private static long round(CsafCheck check, List<byte[]> documents, int rounds) {
        long invalid = 0;
        for (int i = 0; i < rounds; i++) {
            for (byte[] document : documents) {
                CsafVerdict verdict = check.check(document);
                invalid += verdict.isValid() ? 0 : 1;
            }
        }
        return invalid;
    }

    private static List<byte[]> files(Path folder) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }

    /** Advisories with one to forty affected versions and their fixed successors. */
    private static List<byte[]> invented() {
        List<byte[]> all = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            all.add(advisory(i, 1 + i % 40).getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    private static String advisory(int number, int versions) {
        List<String> branches = new ArrayList<>();
        List<String> affected = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        for (int v = 0; v < 2 * versions; v++) {
            branches.add(BRANCH.formatted(v, v, v, v));
            (v % 2 == 0 ? affected : fixed).add("\"P" + v + "\"");
        }
        String known = String.join(",", affected);
        return DOCUMENT.formatted(
                number, number, String.join(",", branches), number, known, String.join(",", fixed),
                known, known);
    }

    private static final String BRANCH =
            """
            {"category":"product_version","name":"1.0.%d","product":{"name":"Reader 1.0.%d",\
            "product_id":"P%d","product_identification_helper":{"purls":["pkg:generic/reader@1.0.%d"]}}}""";

    private static final String DOCUMENT =
            """
            {"$schema":"https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json",\
            "document":{"category":"csaf_security_advisory","csaf_version":"2.1","distribution":{"tlp":\
            {"label":"CLEAR"}},"lang":"en","license_expression":"CC-BY-4.0","publisher":{"category":\
            "coordinator","name":"CERT","namespace":"https://cert.example.org"},"references":[{"category":\
            "self","summary":"This document","url":"https://cert.example.org/qlx-%d.json"}],"title":\
            "Weak checks in a reader of archives","tracking":{"current_release_date":\
            "2024-03-02T10:00:00Z","id":"QLX-%d","initial_release_date":"2024-03-01T10:00:00Z",\
            "revision_history":[{"date":"2024-03-01T10:00:00Z","number":"1","summary":"First release"},\
            {"date":"2024-03-02T10:00:00Z","number":"2","summary":"More products"}],"status":"final",\
            "version":"2"}},"product_tree":{"branches":[{"branches":[{"branches":[%s],"category":\
            "product_name","name":"Reader"}],"category":"vendor","name":"Example"}]},"vulnerabilities":\
            [{"cve":"CVE-2024-%05d","notes":[{"category":"summary","text":"A reader of archives does not \
            check paths, so that an attacker can write files outside the folder.","title":\
            "Vulnerability Summary"}],"product_status":{"known_affected":[%s],"fixed":[%s]},"metrics":\
            [{"content":{"cvss_v3":{"baseScore":6.5,"baseSeverity":"MEDIUM","vectorString":\
            "CVSS:3.1/AV:L/AC:L/PR:H/UI:R/S:U/C:H/I:H/A:H","version":"3.1"}},"products":[%s]}],\
            "remediations":[{"category":"vendor_fix","details":"Update to the next version.",\
            "product_ids":[%s]}]}]}""";
}
