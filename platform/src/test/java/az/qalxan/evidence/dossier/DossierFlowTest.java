package az.qalxan.evidence.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.casework.CaseStage;
import az.qalxan.database.DataFolder;
import az.qalxan.engines.ledger.BundleTrust;
import az.qalxan.engines.ledger.BundleVerdict;
import az.qalxan.engines.ledger.LedgerBundle;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.print.PdfJudge;
import az.qalxan.web.ProblemFound;
import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESAnalyzer;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.ManifestEntry;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports from the order to the file, judged by programs that are not ours. */
@PlatformTest
class DossierFlowTest {

    @Autowired ApplicationContext context;
    @Autowired DataFolder folders;
    @TempDir Path folder;
    private CaseStage cases;
    private DossierStage stage;
    private Caller investigator;
    private String number = "";

    @BeforeEach
    void begin() throws Exception {
        cases = new CaseStage(context);
        stage = new DossierStage(context);
        investigator = cases.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        number = cases.open(investigator, "İxrac sınağı");
    }

    private Path file(Dossier dossier) throws IOException {
        Path file = folder.resolve(dossier.fileName());
        Files.write(file, stage.bytes(investigator, dossier));
        return file;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aContainerVerifiesWithoutUs() throws Exception {
        Exhibit disk = stage.exhibit(investigator, number, "Yazışma ə.txt", random(3_500_000));
        Exhibit paper = stage.exhibit(investigator, number, "", new byte[0]);
        Dossier dossier = stage.ordered(investigator, stage.form(number, disk, paper));
        assertThat(dossier.written().failure()).isEmpty();
        assertThat(dossier.state()).isEqualTo(Dossier.State.READY);
        Path file = file(dossier);

        BundleVerdict verdict = LedgerBundle.verify(file, new BundleTrust(List.of(), null));
        assertThat(verdict.valid()).as(verdict.toString()).isTrue();
        assertThat(verdict.items()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(verdict.items())
                .filteredOn(one ->
                        one.files().contains("files/1/Yazsma_e.txt")
                                || one.files().stream()
                                        .anyMatch(path -> path.startsWith("files/1/")))
                .hasSizeGreaterThanOrEqualTo(2);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(text(zip, "index.html"))
                    .contains("sha256sum -c SHA256SUMS")
                    .contains("Bakı Ağır Cinayətlər Məhkəməsi")
                    .doesNotContain("??");
            assertThat(text(zip, "case-graph.jsonld")).contains(disk.number().toString());
            assertThat(text(zip, "custody.json")).contains(sha256(disk));
            for (String report : List.of("custody-report-az.pdf", "custody-report-en.pdf")) {
                assertThat(PdfJudge.faults(bytes(zip, report))).as(report).isEmpty();
            }
        }
        AdvancedSignature signature = signature(file);
        assertThat(signature.getSignatureCryptographicVerification().isSignatureIntact()).isTrue();
        assertThat(signature.getManifestFile().getEntries())
                .isNotEmpty()
                .allMatch(ManifestEntry::isFound)
                .allMatch(ManifestEntry::isIntact);
    }

    @Test
    void theGraphSaysThatACopyWasMadeAndItsSourceUsed() throws Exception {
        Exhibit disk = stage.exhibit(investigator, number, "a.bin", random(1_000));
        Exhibit copy =
                stage.as(
                        investigator,
                        () ->
                                context.getBean(Exhibits.class)
                                        .copy(
                                                disk,
                                                new Exhibits.NewCopy("working", "Təhlil", "Otaq 4"),
                                                investigator));
        Path file = file(stage.ordered(investigator, stage.form(number, disk, copy)));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode graph = JsonMapper.shared().readTree(text(zip, "case-graph.jsonld"));
            JsonNode used = act(graph, "Copied");
            assertThat(used.has("action:object")).isTrue();
            assertThat(used.has("action:result")).as("the source is no result").isFalse();
            JsonNode made = act(graph, "Made as a copy");
            assertThat(made.has("action:result")).isTrue();
            assertThat(made.has("action:object")).isFalse();
        }
    }

    private static JsonNode act(JsonNode graph, String name) {
        return graph.path("@graph")
                .valueStream()
                .filter(one -> one.path("core:name").asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneFlippedByteIsFoundInItsPlace() throws Exception {
        Exhibit disk = stage.exhibit(investigator, number, "a.bin", random(2_500_000));
        Path file = file(stage.ordered(investigator, stage.form(number, disk)));
        byte[] bytes = Files.readAllBytes(file);
        byte[] piece = Arrays.copyOfRange(random(2_500_000), 1_200_000, 1_200_032);
        int place = indexOf(bytes, piece);
        bytes[place] ^= 1;
        Files.write(file, bytes);
        BundleVerdict verdict = LedgerBundle.verify(file, new BundleTrust(List.of(), null));
        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.toString()).contains("files/1/a.bin").contains("1200000");
    }

    @Test
    void alteredBytesEndTheExport() throws Exception {
        Exhibit disk = stage.exhibit(investigator, number, "a.bin", random(1_500_000));
        Path body = stage.body(disk, folders.subfolder("evidence"));
        byte[] bytes = Files.readAllBytes(body);
        bytes[700_000] ^= 1;
        Files.write(body, bytes);
        Dossier dossier = stage.ordered(investigator, stage.form(number, disk));
        assertThat(dossier.state()).isEqualTo(Dossier.State.FAILED);
        assertThat(dossier.written().failure()).isEqualTo("altered");
        assertThat(cases.page(investigator, dossier.path())).doesNotContain("??");
        assertThat(cases.get(investigator, dossier.path() + "/file").getStatus()).isEqualTo(409);
    }

    @Test
    void theExportStandsInTheChainAndInTheJournal() throws Exception {
        Exhibit disk = stage.exhibit(investigator, number, "a.bin", random(1_000));
        Dossier dossier = stage.ordered(investigator, stage.form(number, disk));
        String page = cases.page(investigator, disk.path());
        assertThat(page).contains("Bakı Ağır Cinayətlər Məhkəməsi").contains(dossier.path());
        stage.bytes(investigator, dossier);
        assertThat(cases.acts(dossier.number()))
                .contains(
                        "evidence.dossier.asked",
                        "evidence.dossier.ready",
                        "evidence.dossier.taken");
    }

    @Test
    void pagesShowWhatGoesOutBeforeItIsWritten() throws Exception {
        Exhibit disk = stage.exhibit(investigator, number, "a.bin", random(1_000));
        String fresh = cases.page(investigator, "/evidence/dossiers/new?case=" + number);
        assertThat(fresh).contains(disk.id().toString()).doesNotContain("??");
        long listed = listings();
        String preview =
                cases.post(
                                investigator,
                                "/evidence/dossiers/preview",
                                "caseNumber",
                                number,
                                "exhibit",
                                disk.id().toString(),
                                "purpose",
                                "assistance",
                                "recipient",
                                "Generalstaatsanwaltschaft Köln",
                                "basis",
                                "Budapest 31",
                                "document",
                                "DTX-2026-1")
                        .getContentAsString();
        assertThat(preview)
                .contains("files/1/a.bin")
                .contains("Generalstaatsanwaltschaft Köln")
                .contains(sha256(disk))
                .doesNotContain("??");
        assertThat(listings()).as("the preview is a view too").isEqualTo(listed + 1);
        assertThat(cases.page(investigator, "/evidence/dossiers?case=" + number))
                .doesNotContain("Generalstaatsanwaltschaft");
    }

    private long listings() {
        return cases.acts(number).stream().filter("evidence.dossier.listed"::equals).count();
    }

    @Test
    void whoeverSeesNotAllOfItSeesNothingOfIt() throws Exception {
        Exhibit disk = stage.exhibit(investigator, number, "a.bin", random(1_000));
        Dossier dossier = stage.ordered(investigator, stage.form(number, disk));
        Caller other = cases.person("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        assertThat(cases.get(other, dossier.path()).getStatus()).isEqualTo(404);
        assertThat(cases.get(other, dossier.path() + "/file").getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> stage.ordered(other, stage.form(number, disk)))
                .isInstanceOf(ProblemFound.class);
    }

    private static AdvancedSignature signature(Path file) {
        ASiCContainerWithCAdESAnalyzer analyzer =
                new ASiCContainerWithCAdESAnalyzer(new FileDocument(file.toFile()));
        analyzer.setCertificateVerifier(new CommonCertificateVerifier());
        AdvancedSignature signature = analyzer.getSignatures().getFirst();
        signature.checkSignatureIntegrity();
        return signature;
    }

    private static String sha256(Exhibit exhibit) {
        return Objects.requireNonNull(exhibit.stored()).digests().sha256();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(bytes(zip, name), UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }

    private static int indexOf(byte[] all, byte[] piece) {
        for (int i = 0; i <= all.length - piece.length; i++) {
            if (Arrays.equals(all, i, i + piece.length, piece, 0, piece.length)) {
                return i;
            }
        }
        throw new AssertionError("the piece is not there");
    }
}
