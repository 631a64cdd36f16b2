package az.qalxan.print;

import az.qalxan.database.DataFolder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts together what prints and signs. */
@Configuration(proxyBeanMethods = false)
class PrintConfiguration {

    @Bean
    PdfSigning pdfSigning(Environment environment, DataFolder folder, Clock clock) {
        return new PdfSigning(SigningKeys.of(environment, folder, clock.instant()));
    }

    @Bean
    DetachedSigning detachedSigning(PdfSigning signing) {
        return new DetachedSigning(signing.key());
    }
}
