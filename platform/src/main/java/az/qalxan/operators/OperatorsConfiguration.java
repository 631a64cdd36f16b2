package az.qalxan.operators;

import az.qalxan.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's places in the navigation. */
@Configuration(proxyBeanMethods = false)
class OperatorsConfiguration {

    @Bean
    Section operatorOrdersSection() {
        return new Section(
                "work",
                "nav.operator-orders",
                "/operators/orders",
                "operators:create",
                "file",
                150);
    }

    @Bean
    Section operatorInboxSection() {
        return new Section(
                "work", "nav.operator-own", "/operators/own", "operators:update", "task", 152);
    }

    @Bean
    Section operatorRegisterSection() {
        return new Section(
                "picture",
                "nav.operator-register",
                "/operators/register",
                "operators:administer",
                "phone",
                318);
    }

    @Bean
    Section answerTimesSection() {
        return new Section(
                "picture",
                "nav.answer-times",
                "/operators/answer-times",
                "operators:export",
                "clock",
                319);
    }
}
