package az.qalxan.engines.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every identifier is fictional, has right checksums and stands where the span says. */
class FictionTest {

    private static final String RESERVED = "(example|test|invalid)";
    private static final Map<String, Pattern> FICTIONAL =
            Map.of(
                    "phone",
                    Pattern.compile("\\+994(50|51|55|70|77|99|10|60|12)555\\d{4}"),
                    "iban",
                    Pattern.compile("AZ\\d\\dQLXN\\d{20}|TR\\d\\d99999\\d{17}|DE\\d\\d0{8}\\d{10}"),
                    "card",
                    Pattern.compile("(40000000|41111111|42424242|51051051|55555555)\\d{8}"),
                    "domain",
                    Pattern.compile("[a-z0-9-]+\\." + RESERVED),
                    "url",
                    Pattern.compile("https://[a-z0-9-]+\\." + RESERVED + "/[a-z0-9/]*"),
                    "email",
                    Pattern.compile("[a-z0-9.]+@[a-z-]+\\." + RESERVED),
                    "ip",
                    Pattern.compile(
                            "(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}"
                                    + "|2001:db8(:[0-9a-f]{1,4}){6}"),
                    "handle",
                    Pattern.compile(
                            "@(sinaq|misal|numune|uydurma|qondarma|xeyali|nagil|ornek)"
                                    + "_[a-z]+_[a-z0-9]+"),
                    "wallet",
                    Pattern.compile("[13T][1-9A-HJ-NP-Za-km-z]{25,34}|bc1q\\w{38}|0x\\w{40}"));

    @Test
    void noIdentifierLeavesTheFictionalRanges() {
        for (SyntheticReport report : Countries.DEMO) {
            for (PlantedIdentifier identifier : report.identifiers()) {
                Pattern pattern = FICTIONAL.get(identifier.kind());
                assertThat(pattern).as(identifier.kind()).isNotNull();
                assertThat(identifier.value()).matches(pattern);
                assertThat(identifier.kind().equals("handle") && identifier.value().length() > 33)
                        .isFalse();
            }
        }
    }

    @Test
    void largestCountryStaysInNumbersThatBeginWithZeroOrOne() {
        Phones phones = new Phones(5, Phones.NUMBERS_MAX);
        for (long serial = 0; serial < 200_000; serial++) {
            assertThat(phones.at(serial * 80))
                    .matches("\\+994(50|51|55|70|77|99|10|60)(555\\d{4}|[01]\\d{6})");
        }
    }

    @Test
    void countryOfSixtyThousandNeedsOnlyBlocks555() {
        SyntheticCountry.of(CountryPlan.of(7, 60_000, Countries.LAST_DAY))
                .reports()
                .flatMap(report -> report.identifiers().stream())
                .filter(identifier -> identifier.kind().equals("phone"))
                .forEach(identifier ->
                        assertThat(identifier.value().startsWith("555", 6))
                                .as(identifier.value())
                                .isTrue());
    }

    @Test
    void checkDigitsAreRight() throws NoSuchAlgorithmException {
        Map<String, Integer> seen = new TreeMap<>();
        for (SyntheticReport report : Countries.DEMO) {
            for (PlantedIdentifier identifier : report.identifiers()) {
                String value = identifier.value();
                boolean right =
                        switch (identifier.kind()) {
                            case "iban" -> isIban(value);
                            case "card" -> isLuhn(value);
                            case "wallet" -> isWallet(value);
                            default -> true;
                        };
                assertThat(right).as(value).isTrue();
                seen.merge(sort(identifier), 1, Integer::sum);
            }
        }
        System.out.println("Identifiers in 20,000 reports: " + seen);
        assertThat(seen).hasSize(12).allSatisfy((sort, count) -> assertThat(count).isPositive());
    }

    private static String sort(PlantedIdentifier identifier) {
        return identifier.kind().equals("wallet")
                ? "wallet " + identifier.value().charAt(0)
                : identifier.kind();
    }

    @Test
    void spansHoldTheWrittenFormOfTheValue() {
        int inStory = 0;
        int all = 0;
        for (SyntheticReport report : Countries.DEMO) {
            for (PlantedIdentifier identifier : report.identifiers()) {
                all++;
                if (identifier.inStory()) {
                    inStory++;
                    String written = report.story().substring(identifier.start(), identifier.end());
                    assertThat(normalised(identifier.kind(), written))
                            .isEqualTo(identifier.value());
                }
            }
        }
        assertThat(inStory / (double) all).isBetween(0.85, 0.97);
    }

    /** A second, simple reading of how people write. */
    private static String normalised(String kind, String written) {
        return switch (kind) {
            case "phone" -> {
                String digits = written.replaceAll("\\D", "").replaceFirst("^(00994|994|0)", "");
                yield "+994" + digits;
            }
            case "iban", "card" -> written.replaceAll("[ -]", "");
            default -> written.replace("hxxps", "https").replace("[.]", ".").replace("[at]", "@");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "'', c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
        "abc, 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
    })
    void keccakGivesItsPublishedDigests(String message, String digest) {
        byte[] hash = Keccak256.hash(message.getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(digest);
    }

    @Test
    void publishedNumbersPassTheChecksOfThisTest() throws NoSuchAlgorithmException {
        assertThat(isIban("AZ21NABZ00000000137010001944")).isTrue();
        assertThat(isIban("AZ22NABZ00000000137010001944")).isFalse();
        assertThat(isLuhn("4111111111111111")).isTrue();
        assertThat(isLuhn("4111111111111112")).isFalse();
        assertThat(isWallet("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")).isTrue();
        assertThat(isWallet("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")).isTrue();
        assertThat(isWallet("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")).isFalse();
        assertThat(isWallet("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).isTrue();
        assertThat(isWallet("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")).isFalse();
    }

    private static boolean isIban(String iban) {
        StringBuilder digits = new StringBuilder();
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            digits.append(Character.getNumericValue(c));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static boolean isLuhn(String card) {
        int sum = 0;
        for (int i = 0; i < card.length(); i++) {
            int digit = card.charAt(i) - '0';
            boolean doubled = (card.length() - i) % 2 == 0;
            sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return sum % 10 == 0;
    }

    private static boolean isWallet(String address) throws NoSuchAlgorithmException {
        if (address.startsWith("0x")) {
            return isEthereum(address);
        }
        return address.startsWith("bc1") ? isBech32(address) : isBase58(address);
    }

    private static boolean isEthereum(String address) {
        String hex = address.substring(2);
        byte[] lower = hex.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        String hash = HexFormat.of().formatHex(Keccak256.hash(lower));
        for (int i = 0; i < hex.length(); i++) {
            boolean upper = Character.digit(hash.charAt(i), 16) > 7;
            char c = hex.charAt(i);
            if (Character.isLetter(c) && Character.isUpperCase(c) != upper) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase58(String address) throws NoSuchAlgorithmException {
        String alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        BigInteger number = BigInteger.ZERO;
        for (char c : address.toCharArray()) {
            number =
                    number.multiply(BigInteger.valueOf(58))
                            .add(BigInteger.valueOf(alphabet.indexOf(c)));
        }
        byte[] raw = number.toByteArray();
        byte[] all = new byte[25];
        int length = Math.min(25, raw.length);
        System.arraycopy(raw, raw.length - length, all, 25 - length, length);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] check = sha.digest(sha.digest(Arrays.copyOf(all, 21)));
        return Arrays.equals(Arrays.copyOf(check, 4), Arrays.copyOfRange(all, 21, 25));
    }

    /** The polynomial of BIP-173 over the expanded prefix and the data. */
    private static boolean isBech32(String address) {
        String alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        long check = 1;
        long[] generator = {0x3b6a57b2L, 0x26508e6dL, 0x1ea119faL, 0x3d4233ddL, 0x2a1462b3L};
        String data = address.substring(3);
        int[] values = new int[5 + data.length()];
        System.arraycopy(new int[] {3, 3, 0, 2, 3}, 0, values, 0, 5);
        for (int i = 0; i < data.length(); i++) {
            values[5 + i] = alphabet.indexOf(data.charAt(i));
        }
        for (int value : values) {
            long top = check >> 25;
            check = ((check & 0x1ffffff) << 5) ^ value;
            for (int i = 0; i < 5; i++) {
                if ((top >> i & 1) == 1) {
                    check ^= generator[i];
                }
            }
        }
        return check == 1;
    }
}
