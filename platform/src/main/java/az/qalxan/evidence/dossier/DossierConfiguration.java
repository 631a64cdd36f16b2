package az.qalxan.evidence.dossier;

import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's page among those of evidence. */
@Configuration(proxyBeanMethods = false)
class DossierConfiguration {

    @Bean
    Tab dossierTab() {
        return new Tab("evidence", "dossier.tab", "/evidence/dossiers", "evidence:read", 80);
    }
}
