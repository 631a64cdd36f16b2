package az.qalxan.series;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class SeriesConfiguration {

    @Bean
    Section seriesSection() {
        return new Section("work", "nav.series", "/series", "series:read", "link", 115);
    }
}
