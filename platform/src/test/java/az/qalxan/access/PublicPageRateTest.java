package az.qalxan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Pages of the law, which are reckoned for every question, are not asked without end. */
@PlatformTest
class PublicPageRateTest {

    @Autowired CurrentCaller callers;

    @Test
    void aStrangerWhoAsksTooFastIsToldToWait() {
        RateInterceptor interceptor =
                new RateInterceptor(
                        new AccessSettings(
                                new MockEnvironment()
                                        .withProperty("qalxan.access.rate.public-page.burst", "3")
                                        .withProperty(
                                                "qalxan.access.rate.public-page.per-minute", "1")),
                        Clock.systemUTC(),
                        callers);
        for (String path : new String[] {"/law", "/law/matrix", "/law/instruments/X"}) {
            assertThat(ask(interceptor, path)).isTrue();
        }
        assertThatThrownBy(() -> ask(interceptor, "/law/matrix"))
                .isInstanceOfSatisfying(
                        ProblemFound.class,
                        found -> assertThat(found.problem().status()).isEqualTo(429));
        assertThat(ask(interceptor, "/lawless")).as("no page of the law").isTrue();
    }

    private static boolean ask(RateInterceptor interceptor, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        return interceptor.preHandle(request, new MockHttpServletResponse(), new Object());
    }
}
