package az.qalxan.cooperation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.cooperation.paper.PaperSignature.State;
import az.qalxan.print.PdfSigning;
import az.qalxan.print.SigningKey;
import az.qalxan.print.TrialKey;
import az.qalxan.web.Violation;
import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reading papers back: ours as they were written, changed ones and foreign bytes never believed.
 */
class PaperReaderTest {

    private static final int MUTATIONS = 4_000;

    private static final PaperForm FORM = Samples.preservation(PaperLanguage.NONE);
    private static final byte[] PAPER =
            Samples.make(Samples.papers(TrialKey.make(Samples.NOW)), FORM).pdf();

    @Test
    void everyKindIsReadBackAsItWasWritten() {
        Papers papers = Samples.papers(TrialKey.make(Samples.NOW));
        for (PaperForm form : Samples.all()) {
            Paper paper = Samples.make(papers, form);
            assertThat(PaperReader.read(paper.pdf()))
                    .isInstanceOfSatisfying(
                            PaperRead.Understood.class,
                            read -> {
                                assertThat(read.form()).isEqualTo(form);
                                assertThat(read.signature().state()).isEqualTo(State.TRIAL);
                                assertThat(read.signature().at()).isEqualTo(Samples.NOW);
                                assertThat(read.signature().fingerprint())
                                        .isEqualTo(papers.signer().fingerprint());
                            });
        }
    }

    @Test
    void aByteThatWasChangedInTheDataShows() {
        int place = find(PAPER, "\"TR-24/7-2026-0098\"") + 1;
        byte[] changed = PAPER.clone();
        changed[place] = 'X';
        assertThat(PaperReader.read(changed))
                .isInstanceOfSatisfying(
                        PaperRead.Understood.class,
                        read -> {
                            assertThat(read.form()).isNotEqualTo(FORM);
                            assertThat(read.signature().state()).isEqualTo(State.CHANGED);
                        });
    }

    @Test
    void whatWasAddedBehindTheSignatureShows() {
        byte[] longer = Arrays.copyOf(PAPER, PAPER.length + 9);
        System.arraycopy(
                "% more\n\n\n".getBytes(StandardCharsets.US_ASCII), 0, longer, PAPER.length, 9);
        assertThat(PaperReader.read(longer))
                .isInstanceOfSatisfying(
                        PaperRead.Understood.class,
                        read -> assertThat(read.signature().state()).isEqualTo(State.PARTIAL));
    }

    @Test
    void anOldCertificateShowsThoughTheSignatureIsRight() {
        SigningKey old =
                TrialKey.make(
                        new X500Name("CN=Old"),
                        Samples.NOW.minus(Duration.ofDays(9)),
                        Samples.NOW.minus(Duration.ofDays(1)));
        byte[] unsigned = unsigned();
        CommonCertificateVerifier lax = new CommonCertificateVerifier();
        lax.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        byte[] signed = new PdfSigning(old, lax).sign(unsigned, Samples.NOW);
        assertThatThrownBy(() -> new PdfSigning(old).sign(unsigned, Samples.NOW))
                .hasMessageContaining("expired");
        assertThat(signature(signed)).isEqualTo(State.EXPIRED);
        assertThat(signature(unsigned)).isEqualTo(State.ABSENT);
    }

    @Test
    void aSecondSignatureIsNotJudgedByTheFirst() {
        byte[] twice = new PdfSigning(TrialKey.make(Samples.NOW)).sign(PAPER, Samples.NOW);
        assertThat(signature(twice)).isEqualTo(State.UNREADABLE);
    }

    @Test
    void allThatIsWrongInTheDataIsSaidAtOnceWithItsPlace() {
        ObjectNode paper =
                (ObjectNode)
                        JsonMapper.shared()
                                .readTree(PaperContent.write(PaperKind.PRESERVATION, FORM));
        ObjectNode form = (ObjectNode) paper.required("form");
        ((ObjectNode) form.required("head")).put("date", "27.11.2026").put("marking", "PINK");
        ((ObjectNode) form.required("status")).put("extension", "yes").put("more", 1);
        ((ObjectNode) form.required("requesting")).put("zone", "Mars/Olympus");
        form.remove("investigative");
        ((ObjectNode) form.required("contents")).put("facts", "x".repeat(8_001));
        byte[] data = JsonMapper.shared().writeValueAsBytes(paper);
        RecordJson.Found<PaperForm> found = PaperContent.read(data);
        assertThat(found.value()).isEmpty();
        assertThat(found.flaws().stream().map(Violation::location))
                .containsExactly(
                        "/form/head/date",
                        "/form/head/marking",
                        "/form/status/extension",
                        "/form/status/more",
                        "/form/requesting/zone",
                        "/form/investigative",
                        "/form/contents/facts");
        assertThat(found.flaws()).allMatch(flaw -> !PaperReader.english(flaw).contains("{"));
    }

    @Test
    void anotherVersionOfTheSchemaIsNotGuessed() {
        String data = "{\"schema\":\"qalxan-paper/2\",\"kind\":\"answer\",\"form\":{}}";
        assertThat(PaperContent.read(data.getBytes(StandardCharsets.UTF_8)).flaws())
                .singleElement()
                .satisfies(flaw ->
                        assertThat(PaperReader.english(flaw))
                                .contains("qalxan-paper/2")
                                .contains("qalxan-paper/1"));
        for (String broken :
                new String[] {"", "[]", "{", "null", "{\"schema\":1}", "[".repeat(99)}) {
            assertThat(PaperContent.read(broken.getBytes(StandardCharsets.UTF_8)).value())
                    .isEmpty();
        }
    }

    @Test
    void aSmallFileCannotUnfoldWithoutBound() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 60; i++) {
                out.write(zeros);
            }
        }
        assertThat(PaperReader.read(withAttachment(packed.toByteArray())))
                .isInstanceOfSatisfying(
                        PaperRead.NotUnderstood.class,
                        read ->
                                assertThat(read.flaws().getFirst().key())
                                        .isEqualTo("paper.wrong.attachment"));
    }

    @Test
    void filesThatAreNoPaperSayWhereTheyStopMakingSense() {
        for (String file :
                new String[] {
                    "",
                    "hello",
                    "%PDF-1.7",
                    "%PDF-1.7\nstartxref\n9\n%%EOF",
                    "%PDF-1.7\nxref\n0 1\n0 0 f\ntrailer<</Prev 9>>\nstartxref\n9\n%%EOF",
                    "%PDF-1.7\nxref\ntrailer<</Root " + "[".repeat(99) + "\nstartxref\n9\n",
                    "%PDF-1.7\nxref\n0 99999 \nstartxref\n9\n"
                }) {
            assertThat(PaperReader.read(file.getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(PaperRead.NotUnderstood.class);
        }
    }

    /** No mutation makes the reader fail, and none that it believes says anything else. */
    @Test
    void mutatedPapersAreNeverBelievedForAnythingElse() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int understood = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            PaperRead read = PaperReader.read(mutated(random));
            if (read instanceof PaperRead.Understood one) {
                understood++;
                if (one.signature().state() == State.TRIAL
                        || one.signature().state() == State.SOUND) {
                    assertThat(one.form()).as("seed %d, mutation %d", seed, i).isEqualTo(FORM);
                }
            }
        }
        assertThat(understood).as("seed %d", seed).isPositive().isLessThan(MUTATIONS);
    }

    /** Most changes hit the structure behind the pages, where the reader reads. */
    private static byte[] mutated(Random random) {
        byte[] file = PAPER.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int from = random.nextBoolean() ? 0 : file.length - Math.min(file.length, 3_000);
            int place = from + random.nextInt(Math.max(1, file.length - from));
            switch (random.nextInt(4)) {
                case 0 -> file[place] = (byte) random.nextInt(256);
                case 1 -> file[place] = (byte) "0123456789<>[]()/R ".charAt(random.nextInt(19));
                case 2 -> file = Arrays.copyOf(file, Math.max(1, place));
                default -> {
                    int length = Math.min(random.nextInt(200), file.length - place);
                    int source = random.nextInt(file.length - length);
                    System.arraycopy(file, source, file, place, length);
                }
            }
        }
        return file;
    }

    private static byte[] unsigned() {
        PaperKind kind = PaperKind.PRESERVATION;
        SigningKey key = TrialKey.make(Samples.NOW);
        return Samples.print()
                .print(
                        new PrintJob(
                                kind,
                                FORM,
                                PaperContent.write(kind, FORM),
                                key.signer(Samples.NOW)),
                        Samples.NOW);
    }

    private static State signature(byte[] file) {
        return switch (PaperReader.read(file)) {
            case PaperRead.Understood read -> read.signature().state();
            case PaperRead.NotUnderstood read -> read.signature().state();
        };
    }

    private static byte[] withAttachment(byte[] packed) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        int root = file.size();
        file.write(
                ("1 0 obj <</Names <</EmbeddedFiles <</Names [(qalxan-paper.json) <</EF <</F 2 0 R"
                                + ">> >>] >> >> >> endobj\n")
                        .getBytes(StandardCharsets.US_ASCII));
        int stream = file.size();
        file.write(
                ("2 0 obj <</Length " + packed.length + " /Filter /FlateDecode>> stream\n")
                        .getBytes(StandardCharsets.US_ASCII));
        file.write(packed);
        file.write("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        int references = file.size();
        file.write(
                ("xref\n0 3\n0 0 f\n%d 0 n\n%d 0 n\ntrailer <</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF")
                        .formatted(root, stream, references)
                        .getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private static int find(byte[] file, String text) {
        for (int i = 0; i < file.length; i++) {
            if (PdfLite.startsWith(file, i, text)) {
                return i;
            }
        }
        throw new AssertionError(text + " does not stand in the file");
    }
}
