package az.qalxan.directory;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    Section directorySection() {
        return new Section(
                "picture", "directory.title", "/directory", "directory:read", "body", 320);
    }
}
