package az.qalxan.engines.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureCodeTest {

    @Test
    void numbersAreOrderedPartByPart() {
        List<String> ordered =
                Stream.of("8.10.1", "8.2.1", "8.2", "8.2.1.10", "8.2.1.9")
                        .map(MeasureCode::new)
                        .sorted()
                        .map(MeasureCode::value)
                        .toList();
        assertThat(ordered).containsExactly("8.2", "8.2.1", "8.2.1.9", "8.2.1.10", "8.10.1");
    }

    @Test
    void equalNumbersInOtherWritingAreNotTheSame() {
        assertThat(new MeasureCode("8.1").compareTo(new MeasureCode("8.01"))).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "8", "8.", ".8", "8..1", "8.1 ", "8.٣", "8.12345", "8.1.1.1.1.1.1.1.1"})
    void whatIsNoNumberIsRefused(String text) {
        assertThat(MeasureCode.isOne(text)).isFalse();
        assertThatThrownBy(() -> new MeasureCode(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
