package az.qalxan.reporting.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportReference;
import az.qalxan.reporting.RequestKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How long idempotency keys are remembered, and who may forget them. */
@PlatformTest
class RequestKeysTest {

    @Autowired RequestKeys keys;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    private final TransactionIdentity owner = SignedIn.caller("din", Role.DUTY_OFFICER).identity();

    @Test
    void onlyOldKeysAreForgotten() {
        String old = keep(Duration.ofDays(15));
        String young = keep(Duration.ofDays(13));
        ActingAs.call(TransactionIdentity.job("test"), keys::forgetOld);
        assertThat(isFree(old)).isTrue();
        assertThat(isFree(young)).isFalse();
    }

    @Test
    void nobodyButTheSystemForgetsThem() {
        String old = keep(Duration.ofDays(15));
        assertThat(ActingAs.call(owner, keys::forgetOld)).isZero();
        assertThat(isFree(old)).isFalse();
    }

    private String keep(Duration age) {
        String key = UUID.randomUUID().toString();
        WorkTime.run(clock.instant().minus(age), () -> claim(key, "first"));
        return key;
    }

    /** Whether a claim with other content gets the key. */
    private boolean isFree(String key) {
        return claim(key, "second").equals("second");
    }

    private String claim(String key, String digest) {
        RequestKeys.Earlier stored =
                new RequestKeys.Earlier(
                        digest, new ReportId(UUID.randomUUID()), new ReportReference("M-2026-1"));
        return ActingAs.call(
                owner,
                () ->
                        transaction.execute(status ->
                                keys.claim(List.of(new RequestKeys.Claim(key, stored)))
                                        .get(key)
                                        .digest()));
    }
}
