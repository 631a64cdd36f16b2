package az.qalxan.demo;

import az.qalxan.engines.synthesis.SyntheticReport;
import az.qalxan.reporting.Receipt;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the invented officers do with the reports of a day. */
@Component
class DemoOfficers {

    /** Nothing yet: decisions follow with the casework facade. */
    void work(List<SyntheticReport> day, List<Receipt> receipts, Instant evening, Instant now) {}
}
