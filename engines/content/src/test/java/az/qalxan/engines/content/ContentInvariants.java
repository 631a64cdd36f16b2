package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

/** What holds of any reading of any bytes. */
final class ContentInvariants {

    private ContentInvariants() {}

    static void check(Collected read) {
        Set<Integer> numbers = new HashSet<>();
        for (Part part : read.parts) {
            assertThat(numbers.add(part.number())).isTrue();
            assertThat(part.parent()).isLessThan(part.number());
            assertThat(part.depth()).isBetween(0, Collected.SMALL.depth());
            assertThat(part.text().length()).isLessThanOrEqualTo(Collected.SMALL.textChars());
            assertThat(part.path()).doesNotContain("\n").doesNotContain("/../");
        }
        assertThat(read.parts.size()).isLessThanOrEqualTo(Collected.SMALL.parts());
        assertThat(read.moments.size()).isLessThanOrEqualTo(Collected.SMALL.moments());
        read.moments.forEach(moment -> assertThat(numbers).contains(moment.part()));
        assertThat(numbers).contains(0);
    }
}
