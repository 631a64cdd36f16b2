package az.qalxan.web;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** A defect is told as one even when nobody can be asked who looks. */
@PlatformTest
class ProblemAdviceTest {

    @Autowired Texts texts;
    @Autowired java.util.List<Section> sections;
    @Autowired java.time.Clock clock;
    @Autowired org.springframework.core.env.Environment environment;

    @Test
    void aDefectNeedsNoDatabase() {
        var lost = new org.springframework.beans.factory.support.DefaultListableBeanFactory();
        lost.registerSingleton(
                "viewers",
                (ViewerSource)
                        language -> {
                            throw new IllegalStateException("the database is out of reach");
                        });
        PageFrames frames =
                new PageFrames(
                        texts,
                        sections,
                        List.of(),
                        lost.getBeanProvider(ViewerSource.class),
                        clock,
                        environment);
        HttpServletRequest request = new MockHttpServletRequest("POST", "/api/reports");
        Object answer =
                new ProblemAdvice(frames).unexpected(new IOException("Broken pipe"), request);
        assertThat(answer).isInstanceOf(ResponseEntity.class);
        assertThat(((ResponseEntity<?>) answer).getStatusCode().value()).isEqualTo(500);
    }
}
