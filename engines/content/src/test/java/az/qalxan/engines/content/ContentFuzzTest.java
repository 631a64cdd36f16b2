package az.qalxan.engines.content;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.jspecify.annotations.NullMarked;

/**
 * Feeds hostile bytes to the readers. A normal test run replays the seeds; {@code JAZZER_FUZZ=1}
 * searches for new ones.
 */
@NullMarked
class ContentFuzzTest {

    private static final int BYTES_MAX = 1 << 16;

    @FuzzTest(maxDuration = "3m")
    void anyBytesAreReadToAnEnd(byte[] bytes) throws IOException {
        if (bytes.length <= BYTES_MAX) {
            ContentInvariants.check(Collected.read(bytes, "x"));
        }
    }

    @FuzzTest(maxDuration = "3m")
    void anyBytesUnpackOrAreRefused(byte[] bytes) {
        try {
            XpressHuffman.unpack(bytes, 0, 1 << 17);
        } catch (IOException refused) {
            return;
        }
    }
}
