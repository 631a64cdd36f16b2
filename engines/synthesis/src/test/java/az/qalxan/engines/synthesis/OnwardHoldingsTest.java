package az.qalxan.engines.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnwardHoldingsTest {

    @Test
    void holdingsAreTheSameForTheSameNumberAndInNoReport() {
        OnwardHoldings one = new OnwardHoldings(7);
        OnwardHoldings again = new OnwardHoldings(7);
        Set<String> stated = new HashSet<>();
        SyntheticCountry.of(CountryPlan.of(7, 2_000, LocalDate.of(2026, 11, 20)))
                .reports()
                .forEach(
                        report -> report.identifiers().forEach(found -> stated.add(found.value())));
        for (int number = 0; number < 2_000; number++) {
            assertEquals(one.account(number), again.account(number));
            assertEquals(one.wallet(number), again.wallet(number));
            assertFalse(stated.contains(one.account(number)));
            assertFalse(stated.contains(one.wallet(number)));
        }
        assertNotEquals(one.account(1), one.account(2));
        assertEquals(5, OnwardHoldings.banks().size());
    }
}
