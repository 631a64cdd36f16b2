package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.NoteSigner;
import az.qalxan.engines.ledger.TransparencyLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan ledger} as people and programs use it. */
class LedgerCommandTest {

    private static final NoteSigner SIGNER =
            NoteSigner.generate(
                    new KeyName("custody.example"), NoteKey.Use.LOG, new SecureRandom());

    @TempDir Path folder;

    private static Ran ledger(Object... words) {
        return Ran.of(new LedgerCommand(), words);
    }

    @BeforeEach
    void aLogOfThreeHundred() throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        Path log = folder.resolve("log");
        try (TransparencyLog open = TransparencyLog.open(log, SIGNER, "custody.example")) {
            open.append(entries);
        }
    }

    @Test
    void aCleanLogIsAuditedWithItsKey() {
        Ran ran = ledger("audit", folder.resolve("log"), "--key", SIGNER.key().text());
        assertThat(ran.error()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("custody.example: 300 leaves, 3 tiles compared, 300 entries hashed")
                .contains("signed by " + SIGNER.key().text())
                .endsWith("clean\n");
    }

    @Test
    void aFlippedByteIsNamed() throws IOException {
        Path file = folder.resolve("log/tile/entries/000");
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);
        Ran ran = ledger("audit", folder.resolve("log"), "--json");
        assertThat(ran.code()).isEqualTo(1);
        JsonNode finding = ran.json().at("/findings/0");
        assertThat(finding.at("/path").asString()).isEqualTo("tile/entries/000");
        assertThat(finding.at("/kind").asString()).isEqualTo("ENTRIES_DIFFER");
        assertThat(ran.json().at("/findingsCount").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeAuditedIsSaid() {
        assertThat(ledger("audit", folder.resolve("nowhere")).code()).isEqualTo(2);
        Ran empty = ledger("audit", folder);
        assertThat(empty.code()).isEqualTo(1);
        assertThat(empty.out()).contains("checkpoint is missing or no checkpoint");
        Ran key = ledger("audit", folder.resolve("log"), "--key", "custody.example+1+2");
        assertThat(key.code()).isEqualTo(2);
        assertThat(key.error()).contains("is no key of a note");
    }

    @Test
    void aCaseThatGoesOtherwiseThanItSaysFails() throws IOException {
        Path cases = Files.createDirectories(folder.resolve("cases"));
        String root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        String one =
                """
                {"size1": 1, "size2": 1, "root1": "%s", "root2": "%s", "proof": null,
                 "wantErr": %s}
                """;
        Files.writeString(cases.resolve("good.json"), one.formatted(root, root, false));
        assertThat(ledger("vectors", cases).code()).isZero();
        Files.writeString(cases.resolve("bad.json"), one.formatted(root, root, true));
        Files.writeString(cases.resolve("broken.json"), "{");
        Ran ran = ledger("vectors", cases, "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().at("/passed").asInt()).isEqualTo(1);
        assertThat(ran.json().at("/failures/bad.json").asString())
                .isEqualTo("wanted a refusal, came a proof");
        assertThat(ran.json().at("/failures/broken.json").asString()).isEqualTo("no JSON");
        assertThat(ledger("vectors", folder.resolve("log")).code()).isEqualTo(2);
    }

    @Test
    void everyPublishedCaseGoesAsItSays() {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path data = named == null ? Path.of("../../shared/data") : Path.of(named);
        Path cases = data.resolve("ledger/merkle/testdata");
        assumeTrue(
                Files.isDirectory(cases),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder for the cases");
        Ran ran = ledger("vectors", cases, "--json");
        assertThat(ran.json().at("/failures").toString()).isEqualTo("{}");
        assertThat(ran.code()).isZero();
        assertThat(ran.json().at("/passed").asInt()).isEqualTo(518);
    }
}
