package az.qalxan.engines.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NearbyKeysTest {

    @Test
    void aSlipOfTheHandLeadsBackToTheKey() {
        for (String key :
                Set.of(
                        "phone:+994505550127",
                        "iban:AZ21NABZ00000000137010001944",
                        "handle:telegram:@saxta_bank",
                        "domain:bank-tesdiq.example")) {
            for (String slip : NearbyKeys.slips(key)) {
                assertThat(slip).startsWith(key.substring(0, key.indexOf(':')));
                assertThat(slip).isNotEqualTo(key);
            }
        }
        assertThat(NearbyKeys.slips("phone:+994505550127"))
                .contains("phone:+994505550172", "phone:+994505550128", "phone:+99450555127")
                .hasSizeLessThan(200);
    }

    @Test
    void cardsAndWalletsAndLongValuesHaveNone() {
        assertThat(NearbyKeys.slips("card:411111")).isEmpty();
        assertThat(NearbyKeys.slips("wallet:bitcoin:1abc")).isEmpty();
        assertThat(NearbyKeys.slips("domain:" + "a".repeat(60))).isEmpty();
        assertThat(NearbyKeys.slips("no key")).isEmpty();
    }

    @Test
    void whatIsTypedSoFarBeginsKeys() {
        assertThat(NearbyKeys.beginnings("050 555")).containsExactly("phone:+99450555");
        assertThat(NearbyKeys.beginnings("+994 (50) 55")).containsExactly("phone:+9945055");
        assertThat(NearbyKeys.beginnings("az21nabz")).containsExactly("iban:AZ21NABZ");
        assertThat(NearbyKeys.beginnings("@saxta")).contains("handle:telegram:@saxta");
        assertThat(NearbyKeys.beginnings("bank-tes"))
                .containsExactly("domain:bank-tes", "email:bank-tes");
        assertThat(NearbyKeys.beginnings("050")).isEmpty();
        assertThat(NearbyKeys.beginnings("mənə zəng")).isEmpty();
    }
}
