package az.qalxan.engines.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A story and a query meet however the one and the other were typed. */
class AnyTypingTest {

    private static final List<String> STORIES =
            List.of(
                    "Dələduzlar hesabımdan pulları oğurlayıblar, şəxsiyyət vəsiqəmi istədilər",
                    "Deleduzlar hesabimdan pullari ogurlayiblar, sexsiyyet vesiqemi istediler",
                    "Deleduzlar hesabimdan pullari ogurlayiblar, shexsiyyet vesiqemi istediler",
                    "Дәләдузлар һесабымдан пуллары оғурлајыблар, шәхсијјәт вәсигәми истәдиләр",
                    "Дялядузлар хесабымдан пуллары огурлайыблар, шяхсиййят вясигями истядиляр");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dələduz hesab",
                "deleduz hesab",
                "дәләдуз һесаб",
                "дялядуз хесаб",
                "şəxsiyyət vəsiqəsi",
                "shexsiyyet vesiqesi",
                "оғурлајыб пул"
            })
    void storyInAnyTypingIsFoundByQueryInAnyTyping(String query) {
        for (String story : STORIES) {
            List<String> keys = SearchText.keys(story);
            List<List<String>> choices = SearchText.choices(query);
            boolean meets = choices.stream().allMatch(one -> one.stream().anyMatch(keys::contains));
            assertThat(meets).as("%s in %s: %s, %s", query, story, choices, keys).isTrue();
        }
    }

    @Test
    void russianAndEnglishStoriesGetNoAzerbaijaniKeys() {
        assertThat(SearchText.keys("мне звонили от имени банка, просили деньги"))
                .noneMatch(key -> key.charAt(0) < 0x80);
        assertThat(SearchText.keys("they asked me to push the cash into their shop account"))
                .contains("push", "cash", "shop")
                .doesNotContain("pus", "sop");
    }

    @Test
    void latinWordWithCyrillicSchwaIsTheLatinWord() {
        assertThat(SearchText.keys("tәlimat")).isEqualTo(SearchText.keys("təlimat"));
    }
}
