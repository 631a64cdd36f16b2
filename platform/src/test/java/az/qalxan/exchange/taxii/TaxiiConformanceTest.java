package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * What TAXII 2.1 asks of a server, case by case with its clause, over real HTTP by a client that
 * knows nothing but the standard.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxiiConformanceTest {

    /** A case. */
    record Case(String clause, String says, Runnable runs) {}

    @LocalServerPort int port;

    private final ApplicationContext context;

    @Autowired
    TaxiiConformanceTest(ApplicationContext context) {
        this.context = context;
    }

    private List<Case> cases() {
        Stage stage = new Stage(context, port);
        return Stream.of(
                        new DiscoveryCases(stage).all(),
                        new MediaCases(stage).all(),
                        new ReadingCases(stage).all(),
                        new FilterCases(stage).all(),
                        new PagingCases(stage).all(),
                        new AddingCases(stage).all(),
                        new RemovingCases(stage).all())
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyCase() {
        return cases().stream()
                .map(one ->
                        DynamicTest.dynamicTest(
                                one.clause() + ": " + one.says(), () -> one.runs().run()));
    }

    @Test
    void thereAreManyCasesEachOnce() {
        List<String> names = cases().stream().map(one -> one.clause() + one.says()).toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
    }
}
