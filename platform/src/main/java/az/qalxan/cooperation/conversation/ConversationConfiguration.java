package az.qalxan.cooperation.conversation;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    Section letterSection() {
        return new Section("work", "nav.letters", "/letters", "cooperation:create", "file", 121);
    }
}
