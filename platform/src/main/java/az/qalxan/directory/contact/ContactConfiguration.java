package az.qalxan.directory.contact;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    @Bean
    Section contactSection() {
        return new Section("picture", "contact.title", "/contacts", "contact:read", "globe", 321);
    }
}
