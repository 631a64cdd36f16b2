package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A witness whose machine stops at any step never signs a second history afterwards. */
class WitnessCrashTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-27T10:15:30Z"), ZoneOffset.UTC);
    private static final NoteSigner SIGNER =
            Keys.signer("dtx.example/witness", NoteKey.Use.WITNESS);
    private static final Map<String, List<NoteKey>> LOGS =
            Map.of(Keys.ORIGIN, List.of(Keys.LOG.key()));
    private static final int SIZES = 12;

    /** Two logs of one name and key that are the same up to their fourth entry. */
    private static TransparencyLog log(String after) throws IOException {
        TransparencyLog log = TransparencyLog.over(new MemoryFiles(), Keys.LOG, Keys.ORIGIN);
        for (int i = 0; i < SIZES; i++) {
            String entry = "entry " + i + (i < 4 ? "" : after);
            log.append(entry.getBytes(StandardCharsets.UTF_8));
        }
        return log;
    }

    private static byte[] request(TransparencyLog log, long from, long size) throws IOException {
        TransparencyLog part = TransparencyLog.over(new MemoryFiles(), Keys.LOG, Keys.ORIGIN);
        for (int i = 0; i < size; i++) {
            part.append(log.entry(i));
        }
        List<TreeHash> proof = from == 0 ? List.of() : part.consistency(from);
        return new WitnessRequest(from, proof, part.checkpoint()).bytes();
    }

    @ParameterizedTest
    @EnumSource
    void whateverItLosesItNeverSignsAnother(MemoryFiles.Loss loss) throws IOException {
        TransparencyLog honest = log("");
        TransparencyLog forked = log(" forged");
        List<byte[]> requests = new ArrayList<>();
        for (int size = 2; size <= SIZES; size += 2) {
            requests.add(request(honest, size - 2L, size));
        }
        MemoryFiles all = new MemoryFiles();
        all.crashAt(Long.MAX_VALUE);
        cosigned(all, requests);
        for (long crash = 0; crash <= all.steps(); crash++) {
            MemoryFiles files = new MemoryFiles();
            files.crashAt(crash);
            long signed = cosigned(files, requests);
            MemoryFiles found = files.afterCrash(loss);
            Witness again = Witness.over(found, SIGNER, LOGS, CLOCK);
            long seen = again.seen().getOrDefault(Keys.ORIGIN, TreeHead.OF_NOTHING).size();
            assertThat(seen).as("crash at " + crash).isGreaterThanOrEqualTo(signed);
            if (seen > 4) {
                WitnessAnswer answer = again.add(request(forked, seen, SIZES));
                assertThat(answer.status()).as("crash at " + crash).isIn(409, 422);
                answer = again.add(request(forked, 4, SIZES));
                assertThat(answer).isEqualTo(new WitnessAnswer.Stale(seen));
            }
            if (seen < SIZES) {
                WitnessAnswer answer = again.add(request(honest, seen, SIZES));
                assertThat(answer.status()).as("goes on after " + crash).isEqualTo(200);
            }
        }
    }

    /** The largest size for which a signature was given out. */
    private static long cosigned(MemoryFiles files, List<byte[]> requests) throws IOException {
        Witness witness = Witness.over(files, SIGNER, LOGS, CLOCK);
        long signed = 0;
        for (byte[] request : requests) {
            try {
                if (witness.add(request) instanceof WitnessAnswer.Cosigned) {
                    signed = WitnessRequest.parse(request).orElseThrow().checkpoint().head().size();
                }
            } catch (MemoryFiles.Crash e) {
                return signed;
            }
        }
        return signed;
    }
}
