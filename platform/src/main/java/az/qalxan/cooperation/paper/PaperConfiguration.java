package az.qalxan.cooperation.paper;

import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what makes papers. */
@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

    @Bean
    PaperPrint paperPrint(TemplateEngine templates) {
        return new PaperPrint(templates);
    }
}
