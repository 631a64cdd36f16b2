package az.qalxan.cooperation.paper;

import az.qalxan.database.DataFolder;
import gg.jte.TemplateEngine;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts together what makes papers. */
@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

    @Bean
    PaperSigning paperSigning(Environment environment, DataFolder folder, Clock clock) {
        return new PaperSigning(SigningKeys.of(environment, folder, clock.instant()));
    }

    @Bean
    PaperPrint paperPrint(TemplateEngine templates) {
        return new PaperPrint(templates);
    }
}
