package az.qalxan.exchange.misp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far a part is distributed inside of something else. */
class LevelTest {

    private static final Level CIRCLE = new Level(Level.GROUP, UUID.randomUUID());
    private static final Level OTHER = new Level(Level.GROUP, UUID.randomUUID());
    private static final Level COMMUNITY = new Level(Level.COMMUNITY, null);
    private static final Level ALL = new Level(Level.ALL, null);

    @Test
    void aPartIsNeverWiderThanWhatItLiesIn() {
        assertThat(Level.INHERITED.within(CIRCLE)).isEqualTo(CIRCLE);
        assertThat(ALL.within(COMMUNITY)).isEqualTo(COMMUNITY);
        assertThat(COMMUNITY.within(ALL)).isEqualTo(COMMUNITY);
        assertThat(ALL.within(CIRCLE)).isEqualTo(CIRCLE);
        assertThat(CIRCLE.within(ALL)).isEqualTo(CIRCLE);
        assertThat(CIRCLE.within(CIRCLE)).isEqualTo(CIRCLE);
        assertThat(OTHER.within(CIRCLE))
                .as("nobody is in both for sure")
                .isEqualTo(Level.NOBODY_ELSE);
        assertThat(Level.NOBODY_ELSE.within(CIRCLE)).isEqualTo(Level.NOBODY_ELSE);
        assertThat(ALL.within(Level.NOBODY_ELSE)).isEqualTo(Level.NOBODY_ELSE);
    }
}
