package az.qalxan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.reporting.FoundIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoryPieceTest {

    @Test
    void thePiecesJoinedAreTheStoryWhateverTheSpans() {
        long seed = 20261125;
        Random random = new Random(seed);
        String story = "Zəng etdilər: 050 555 01 27, sonra 055 555 01 28.";
        for (int round = 0; round < 1_000; round++) {
            List<FoundIdentifier> found = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                int start = random.nextInt(story.length() + 10);
                int end = start + random.nextInt(15) - 2;
                found.add(new FoundIdentifier("phone", "", "v", "", start, end));
            }
            String joined =
                    StoryPiece.of(story, found).stream()
                            .map(StoryPiece::text)
                            .collect(Collectors.joining());
            assertThat(joined).as("seed %d, %s", seed, found).isEqualTo(story);
        }
    }
}
