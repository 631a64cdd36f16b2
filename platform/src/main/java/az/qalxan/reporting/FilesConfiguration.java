package az.qalxan.reporting;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Chooses the scanner: {@code qalxan.files.clamd} is {@code host:port} or {@code unix:/path} of a
 * ClamAV daemon; without it every file is quarantined.
 */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    private static final Duration SCAN_PATIENCE = Duration.ofSeconds(20);

    @Bean
    VirusScan virusScan(Environment environment, Clock clock) {
        String clamd = environment.getProperty("qalxan.files.clamd", "");
        return clamd.isBlank()
                ? new QuarantineEverything()
                : new ClamdScan(ClamdScan.address(clamd.strip()), SCAN_PATIENCE, clock);
    }
}
