package az.qalxan.engines.warrants;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reader answers whatever comes, and what it accepts it can write and read again. */
@NullMarked
class ReadingFuzzTest {

    private static final int ROUNDS = 4_000;

    @FuzzTest(maxDuration = "3m")
    void anyBytesGetAnAnswer(byte @Nullable [] bytes) {
        if (bytes != null) {
            check(bytes);
        }
    }

    @Test
    void spoiltBytesOfAnOrderGetAnAnswer() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] order = ReadingTest.order().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = order.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = spoilt(random);
            }
            int length = random.nextInt(10) == 0 ? random.nextInt(bytes.length) : bytes.length;
            check(java.util.Arrays.copyOf(bytes, length));
        }
    }

    private static byte spoilt(Random random) {
        String marks = "<>&\"'/:;![]-?#x0 \n\u0000";
        return random.nextBoolean()
                ? (byte) marks.charAt(random.nextInt(marks.length()))
                : (byte) random.nextInt(256);
    }

    private static void check(byte[] bytes) {
        switch (Warrants.read(bytes)) {
            case Reading.Malformed malformed ->
                    assertThat(malformed.violations())
                            .isNotEmpty()
                            .allMatch(finding -> finding.place().line() > 0);
            case Reading.Understood understood -> {
                byte[] again = Warrants.write(understood.message());
                assertThat(Warrants.read(again)).isInstanceOf(Reading.Understood.class);
            }
        }
    }
}
