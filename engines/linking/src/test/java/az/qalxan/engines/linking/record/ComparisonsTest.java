package az.qalxan.engines.linking.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind grades agreement as documented. */
class ComparisonsTest {

    @ParameterizedTest
    @CsvSource({
        "given-name, Leyla, leyla, EXACT",
        "given-name, Şəhriyar, Shahriyar, VARIANT",
        "given-name, lachlan, lachlen, VARIANT",
        "given-name, jac ob, jacob, EXACT",
        "given-name, nicholas, nichokas, SLIP",
        "family-name, harrington, harringtonne, NEAR",
        "given-name, jonathan, jonathon mark, ALIKE",
        "given-name, j, jonathan, PART",
        "given-name, mia, luke, DIFFERENT",
        "family-name, Məmmədov Əli oğlu, Məmmədov Əli, EXACT",
        "date, 19081209, 1908-12-09, EXACT",
        "date, 09.12.1908, 1908-12-09, EXACT",
        "date, 12/31/1999, 31.12.1999, EXACT",
        "date, 09.12.1908, 12.09.1908, VARIANT",
        "date, 19081209, 19081219, SLIP",
        "date, 19081209, 19081290, SLIP",
        "date, 19081209, 19081226, NEAR",
        "date, 19081209, 19450411, DIFFERENT",
        "date, 19081209, 19080411, PART",
        "national-id, 6988048, 698 8048, EXACT",
        "national-id, 6988048, 6988084, SLIP",
        "national-id, 6988048, 6989148, NEAR",
        "national-id, 6988048, 1234567, DIFFERENT",
        "phone, +994 50 555 01 27, 050 555-01-27, EXACT",
        "phone, +7 912 555 01 27, 8 (912) 5550127, EXACT",
        "phone, 050 555 01 27, 055 555 01 27, VARIANT",
        "phone, 050 555 01 27, 050 555 01 28, SLIP",
        "phone, 050 555 01 27, 070 123 45 67, DIFFERENT",
        "email, Leyla@example.az, leyla@example.az, EXACT",
        "email, leyla@example.az, leyla@example.com, VARIANT",
        "email, leyla@example.az, leila@example.az, SLIP",
        "street-number, 12a, 12, VARIANT",
        "street-number, 012, 12, EXACT",
        "street-number, 12, 21, SLIP",
        "street-number, 12, 57, DIFFERENT",
        "street, Nizami küçəsi, ул. Низами, VARIANT",
        "street, maltby circuit, maltby cirucit, SLIP",
        "street, maltby circuit, malteby cirucit, NEAR",
        "street, maltby circuit, dumas street, DIFFERENT",
        "suburb, gar butt, garbutt, SLIP",
        "suburb, beaconsfield upper, oatlands, DIFFERENT",
        "suburb, north toowoomba creek, toowoomba, PART",
        "postcode, 4814, 4184, SLIP",
        "postcode, AZ 1010, AZ1010, EXACT",
        "state, NSW, nsw, EXACT",
        "text, the parcel never came, the parcel never come, SLIP",
        "text, the parcel never came here, the parcels never ever came, ALIKE",
        "text, the parcel never came, quick brown foxes jump, DIFFERENT"
    })
    void levelsAreAsDocumented(String kind, String one, String other, String level) {
        assertThat(level(FieldKind.of(kind).orElseThrow(), one, other))
                .isEqualTo(Level.valueOf(level));
    }

    @ParameterizedTest
    @CsvSource({"'',x", "-,x", "N/A,x", "null,x", "...,x", "x,''"})
    void anEmptyCellIsNoEvidence(String one, String other) {
        assertThat(level(FieldKind.GIVEN_NAME, one, other)).isEqualTo(Level.MISSING);
    }

    @Test
    void swappedNamesAreSeenOnce() {
        Records records = new Records(TestTables.FEBRL);
        records.add(List.of("petreece", "lusted", "", "", "", "", "", "", "", ""));
        records.add(List.of("lusted", "petrece", "", "", "", "", "", "", "", ""));
        PairLevels levels = levels(records);
        assertThat(levels.level(0, 0, 1)).isEqualTo(Level.SWAPPED.ordinal());
        assertThat(levels.level(1, 0, 1)).isEqualTo(Level.MISSING.ordinal());
    }

    /** Comparing is symmetric and uses only levels that learning knows, whatever the cells are. */
    @Test
    void anyCellsGiveAKnownLevelInBothDirections() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (FieldKind kind : FieldKind.values()) {
            for (int i = 0; i < 3_000; i++) {
                String one = cell(random);
                String other = random.nextBoolean() ? cell(random) : one + cell(random);
                Level level = level(kind, one, other);
                assertThat(level(kind, other, one))
                        .as("seed %d: %s of <%s> and <%s>", seed, kind, one, other)
                        .isEqualTo(level);
                assertThat(level == Level.MISSING || kind.comparison().expectation().uses(level))
                        .as("seed %d: %s of <%s> and <%s>", seed, kind, one, other)
                        .isTrue();
            }
        }
    }

    private static String cell(Random random) {
        String signs = "aəşж0123456789 .-@/'\"\u0000\uD800漢";
        StringBuilder cell = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            cell.append(signs.charAt(random.nextInt(signs.length())));
        }
        return cell.toString();
    }

    private static Level level(FieldKind kind, String one, String other) {
        Records records = new Records(TestTables.schema(List.of(kind), List.of()));
        records.add(List.of(one));
        records.add(List.of(other));
        return Level.of(
                levels(records).level(0, 0, Math.min(1, levels(records).units().count() - 1)));
    }

    private static PairLevels levels(Records records) {
        records.seal();
        return new PairLevels(Units.of(records), records);
    }
}
