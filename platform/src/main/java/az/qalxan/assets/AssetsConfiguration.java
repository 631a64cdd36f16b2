package az.qalxan.assets;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class AssetsConfiguration {

    @Bean
    Section goldenHourSection() {
        return new Section(
                "work", "nav.golden-hour", "/assets/golden-hour", "assets:read", "clock", 140);
    }

    @Bean
    Section freezesSection() {
        return new Section("work", "nav.freezes", "/assets/freezes", "assets:read", "lock", 145);
    }

    @Bean
    Section assetTotalsSection() {
        return new Section(
                "picture", "nav.asset-totals", "/assets/totals", "statistics:export", "card", 315);
    }
}
