package az.qalxan.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.web.ProblemFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements from anybody's spreadsheet: read, or refused with a reason, never more. */
class StatementFileTest {

    private static final String HEADER = "from,to,amount,currency,at\n";

    @Test
    void columnsAreKnownByTheirNames() throws IOException {
        List<RawTransfer> rows =
                read("\ufeffAT, Amount ,currency,TO,from,reference,more\n1,2,3,4,5,6,7\n");
        assertThat(rows).containsExactly(new RawTransfer("5", "4", "2", "3", "1", "", "", "6"));
    }

    @Test
    void shortRowsLackTheirLastCells() throws IOException {
        assertThat(read(HEADER + "a,b\n"))
                .containsExactly(new RawTransfer("a", "b", "", "", "", "", "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from,to\n1,2\n",
                "from,to,amount,currency,at\n\"open,1,2,3,4\n",
                "from,from,to,amount,currency,at\n1,1,2,3,4,5\n"
            })
    void whatIsNoStatementIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ProblemFound.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = (HEADER + "a,b,1,AZN,2026").getBytes(StandardCharsets.UTF_16LE);
        bytes[3] = (byte) 0xC3;
        assertThatThrownBy(() -> StatementFile.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(ProblemFound.class);
    }

    @Test
    void tooManyRowsAndTooManyBytesAreRefused() {
        String rows = HEADER + "a,b,1,AZN,2026-01-01\n".repeat(StatementFile.ROWS_MAX + 1);
        assertThatThrownBy(() -> read(rows)).isInstanceOf(ProblemFound.class);
        byte[] large = new byte[StatementFile.BYTES_MAX + 1];
        Arrays.fill(large, (byte) ' ');
        assertThatThrownBy(() -> StatementFile.read(new ByteArrayInputStream(large)))
                .isInstanceOf(ProblemFound.class);
    }

    @Test
    void noisyBytesNeverEndInAnythingElse() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            byte[] head = HEADER.getBytes(StandardCharsets.UTF_8);
            byte[] file = Arrays.copyOf(head, head.length + noise.length);
            System.arraycopy(noise, 0, file, head.length, noise.length);
            try {
                StatementFile.read(new ByteArrayInputStream(file));
            } catch (ProblemFound refused) {
                assertThat(refused.problem()).isEqualTo(AssetsProblem.STATEMENT_UNREADABLE);
            } catch (IOException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static List<RawTransfer> read(String text) throws IOException {
        return StatementFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
