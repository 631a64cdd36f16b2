package az.qalxan.transmission;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class TransmissionConfiguration {

    @Bean
    Section messagesSection() {
        return new Section("work", "nav.messages", "/messages", "transmission:read", "arrow", 147);
    }

    @Bean
    Section peersSection() {
        return new Section("oversight", "nav.peers", "/peers", "transmission:read", "key", 785);
    }
}
