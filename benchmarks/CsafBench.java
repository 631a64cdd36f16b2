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

/** Whole verdicts on CSAF documents, from bytes, on one core: all tests of chapter 6. */
final class CsafBench {

    private static final int WARM_ROUNDS = 40;
    private static final int ROUNDS = 60;

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench csaf [--input FOLDER]", words);
        String folder = options.text("--input", "");
        List<byte[]> documents = folder.isEmpty() ? invented(3) : files(Path.of(folder));
        String input = folder.isEmpty() ? "invented advisories" : folder;
        Outcome outcome =
                new Outcome("csaf", "%s, %d documents".formatted(input, documents.size()), options);
        CsafCheck check = new CsafCheck(Clock.systemUTC());
        outcome.also("bytes of one, on average", bytes(documents) / documents.size(), "B");
        outcome.atLeast("judged, on one core", rate(check, documents), 3566, "/s");
        if (folder.isEmpty()) {
            List<byte[]> large = invented(40);
            outcome.also("bytes of a large one, on average", bytes(large) / large.size(), "B");
            outcome.also("large ones judged, on one core", rate(check, large), "/s");
        }
        outcome.end();
    }

    private static double bytes(List<byte[]> documents) {
        return documents.stream().mapToLong(d -> d.length).sum();
    }

    private static double rate(CsafCheck check, List<byte[]> documents) {
        round(check, documents, WARM_ROUNDS);
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        round(check, documents, ROUNDS);
        double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
        return (double) ROUNDS * documents.size() / seconds;
    }

    private static void round(CsafCheck check, List<byte[]> documents, int rounds) {
        for (int i = 0; i < rounds; i++) {
            for (byte[] document : documents) {
                CsafVerdict verdict = check.check(document);
                if (verdict.version() == null) {
                    throw new IllegalStateException("not a document: " + verdict);
                }
            }
        }
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

    /** Advisories with so many affected versions at most, and their fixed successors. */
    private static List<byte[]> invented(int versionsMax) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            all.add(advisory(i, 1 + i % versionsMax).getBytes(StandardCharsets.UTF_8));
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
            "product_id":"P%d",\
            "product_identification_helper":{"purls":["pkg:generic/reader@1.0.%d"]}}}""";

    private static final String DOCUMENT =
            """
            {"$schema":"https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json",\
            "document":{"category":"csaf_security_advisory","csaf_version":"2.1",\
            "distribution":{"tlp":\
            {"label":"CLEAR"}},"lang":"en","license_expression":"CC-BY-4.0",\
            "publisher":{"category":\
            "coordinator","name":"CERT","namespace":"https://cert.example.org"},\
            "references":[{"category":\
            "self","summary":"This document",\
            "url":"https://cert.example.org/qlx-%d.json"}],"title":\
            "Weak checks in a reader of archives","tracking":{"current_release_date":\
            "2024-03-02T10:00:00Z","id":"QLX-%d","initial_release_date":"2024-03-01T10:00:00Z",\
            "revision_history":[{"date":"2024-03-01T10:00:00Z","number":"1",\
            "summary":"First release"},\
            {"date":"2024-03-02T10:00:00Z","number":"2","summary":"More products"}],\
            "status":"final",\
            "version":"2"}},"product_tree":{"branches":[{"branches":[{"branches":[%s],"category":\
            "product_name","name":"Reader"}],"category":"vendor","name":"Example"}]},\
            "vulnerabilities":\
            [{"cve":"CVE-2024-%05d","notes":[{"category":"summary",\
            "text":"A reader of archives does not \
            check paths, so that an attacker can write files outside the folder.","title":\
            "Vulnerability Summary"}],"product_status":{"known_affected":[%s],\
            "fixed":[%s]},"metrics":\
            [{"content":{"cvss_v3":{"baseScore":6.5,"baseSeverity":"MEDIUM","vectorString":\
            "CVSS:3.1/AV:L/AC:L/PR:H/UI:R/S:U/C:H/I:H/A:H","version":"3.1"}},"products":[%s]}],\
            "remediations":[{"category":"vendor_fix","details":"Update to the next version.",\
            "product_ids":[%s]}]}]}""";
}
