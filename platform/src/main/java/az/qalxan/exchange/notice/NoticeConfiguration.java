package az.qalxan.exchange.notice;

import az.qalxan.web.Section;
import az.qalxan.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's place in the navigation, and its tabs. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    private static final String PLACE = "notice";
    private static final String READ = "notice:read";
    private static final String KEEP = "notice:create";

    @Bean
    Section noticeSection() {
        return new Section("work", "nav.notices", "/notices", READ, "map", 136);
    }

    @Bean
    Tab noticesTab() {
        return new Tab(PLACE, "notice.tab.notices", "/notices", READ, 10);
    }

    @Bean
    Tab noticeWorkTab() {
        return new Tab(PLACE, "notice.tab.work", "/notices/work", KEEP, 20);
    }

    @Bean
    Tab networkOwnersTab() {
        return new Tab(PLACE, "notice.tab.owners", "/notices/owners", READ, 30);
    }

    @Bean
    Tab feedsTab() {
        return new Tab(PLACE, "notice.tab.feeds", "/notices/feeds", KEEP, 40);
    }
}
