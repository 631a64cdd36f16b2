package az.qalxan.engines.synthesis;

import java.time.LocalDate;
import java.util.List;

/** The countries that several tests look at. */
final class Countries {

    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    static final List<SyntheticReport> DEMO = reports(CountryPlan.of(7, 20_000, LAST_DAY));

    private Countries() {}

    static List<SyntheticReport> reports(CountryPlan plan) {
        return SyntheticCountry.of(plan).reports().toList();
    }
}
