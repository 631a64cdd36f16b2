package az.qalxan.engines.linking.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoryLikenessTest {

    private static final String STORY =
            "Mənə bankdan zəng gəldi, dedilər kartım bloklanıb, kodu soruşdular. Kodu dedim və"
                    + " hesabımdan bütün pul çıxdı.";

    @Test
    void aStoryTypedWithoutDiacriticsOrInCyrillicIsTheSameStory() {
        String ascii =
                "mene bankdan zeng geldi dediler kartim bloklanib kodu sorusdular kodu dedim ve"
                        + " hesabimdan butun pul cixdi";
        String cyrillic =
                "Мәнә банкдан зәнҝ ҝәлди, дедиләр картым блокланыб, коду сорушдулар. Коду дедим"
                        + " вә һесабымдан бүтүн пул чыхды.";
        for (String typed : List.of(ascii, cyrillic)) {
            StoryLikeness likeness = StoryLikeness.of(STORY, typed);
            assertThat(likeness.percent()).isGreaterThanOrEqualTo(60);
            assertThat(likeness.passages()).isNotEmpty();
        }
        StoryLikeness.Passage whole = StoryLikeness.of(STORY, ascii).passages().getFirst();
        assertThat(whole.first()).isEqualTo(new Reason.Span(0, STORY.length() - 1));
        assertThat(whole.second()).isEqualTo(new Reason.Span(0, ascii.length()));
    }

    @Test
    void passagesComeLongestFirstAndDoNotOverlap() {
        String one = "bir iki üç dörd beş. Sonra altı yeddi səkkiz oldu.";
        String other = "Dedi altı yeddi səkkiz, heç nə demədi, bir iki üç dörd beş.";
        List<StoryLikeness.Passage> passages = StoryLikeness.of(one, other).passages();
        assertThat(passages)
                .extracting(passage -> text(one, passage.first()))
                .containsExactly("bir iki üç dörd beş", "altı yeddi səkkiz");
        assertThat(passages)
                .extracting(passage -> text(other, passage.second()))
                .containsExactly("bir iki üç dörd beş", "altı yeddi səkkiz");
    }

    @Test
    void whatHasNothingInCommonHasNoPassage() {
        StoryLikeness likeness = StoryLikeness.of(STORY, "Tamam başqa bir əhvalat danışıram.");
        assertThat(likeness).isEqualTo(new StoryLikeness(0, List.of()));
    }

    /** The same words over and over would make millions of runs in long texts. */
    @Test
    void repetitionsAreBounded() {
        String again = "al sat ver ".repeat(2_000);
        List<StoryLikeness.Passage> passages = StoryLikeness.of(again, again).passages();
        assertThat(passages).isNotEmpty();
        assertThat(passages.getFirst().first().start()).isZero();
    }

    private static String text(String story, Reason.Span span) {
        return story.substring(span.start(), span.end());
    }
}
