package az.qalxan.strategy.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The invitation for calendars (RFC 5545). */
class InvitationTest {

    private static final Instant START = Instant.parse("2026-12-15T07:00:00Z");

    private static Invitation of(int sequence, boolean cancelled, String words) {
        return new Invitation(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                sequence,
                cancelled,
                START,
                START.minusSeconds(60),
                "Komissiyanın iclası",
                "Bakı; zal 2, 3-cü mərtəbə",
                words);
    }

    @Test
    void whatWasMovedReplacesWhatWasSent() {
        String text = of(2, false, "Gündəlik").text();
        assertThat(text)
                .contains(
                        "UID:00000000-0000-0000-0000-000000000001@qalxan\r\n",
                        "SEQUENCE:2\r\n",
                        "METHOD:PUBLISH\r\n",
                        "DTSTART:20261215T070000Z\r\n",
                        "DTEND:20261215T090000Z\r\n",
                        "LOCATION:Bakı\\; zal 2\\, 3-cü mərtəbə\r\n");
        assertThat(of(3, true, "").text()).contains("STATUS:CANCELLED", "METHOD:CANCEL");
    }

    @Test
    void linesAreFoldedBetweenSignsAndUnfoldToTheSame() {
        long seed = 5545;
        Random random = new Random(seed);
        String letters = "aəğışöüç ƏŞ,;\\\n𝄞";
        for (int run = 0; run < 300; run++) {
            StringBuilder words = new StringBuilder();
            int signs = random.nextInt(200);
            for (int i = 0; i < signs; i++) {
                int at = random.nextInt(letters.codePointCount(0, letters.length()));
                words.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, at)));
            }
            String text = of(0, false, words.toString()).text();
            for (String line : text.split("\r\n", -1)) {
                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                        .as("seed %d, run %d", seed, run)
                        .isLessThanOrEqualTo(Invitation.LINE_BYTES_MAX);
            }
            String unfolded = text.replace("\r\n ", "");
            String told =
                    unfolded.lines()
                            .filter(line -> line.startsWith("DESCRIPTION:"))
                            .findFirst()
                            .orElseThrow()
                            .substring("DESCRIPTION:".length());
            assertThat(unescaped(told))
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(words.toString());
        }
    }

    private static String unescaped(String told) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < told.length(); i++) {
            char sign = told.charAt(i);
            if (sign == '\\') {
                i++;
                plain.append(told.charAt(i) == 'n' ? '\n' : told.charAt(i));
            } else {
                plain.append(sign);
            }
        }
        return plain.toString();
    }
}
