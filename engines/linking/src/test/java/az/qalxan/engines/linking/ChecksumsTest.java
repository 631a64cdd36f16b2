package az.qalxan.engines.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check digits and checksums against the vectors of their standards. */
@NullMarked
class ChecksumsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A12UEL5L",
                "a12uel5l",
                "an83characterlonghumanreadablepartthatcontain"
                        + "sthenumber1andtheexcludedcharactersbio1tt5tgs",
                "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
                "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
                "?1ezyfcl"
            })
    void stringsOfBip173AreBech32(String text) {
        assertThat(Bech32.encoding(text)).isEqualTo(Bech32.Encoding.BECH32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1LQFN3A",
                "a1lqfn3a",
                "an83characterlonghumanreadablepartthatcontain"
                        + "sthetheexcludedcharactersbioandnumber11sg7hg6",
                "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
                "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
                "?1v759aa"
            })
    void stringsOfBip350AreBech32m(String text) {
        assertThat(Bech32.encoding(text)).isEqualTo(Bech32.Encoding.BECH32M);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an84characterslonghumanreadablepartthatcontai"
                        + "nsthetheexcludedcharactersbioandnumber11d6pts4",
                "qyrz8wqd2c9m",
                "1qyrz8wqd2c9m",
                "y1b0jsk6g",
                "lt1igcx5c0",
                "in1muywd",
                "mm1crxm3i",
                "au1s5cgom",
                "M1VUXWEZ",
                "16plkw9",
                "1p2gdwpf"
            })
    void stringsThatBip350RefusesHaveNoEncoding(String text) {
        assertThat(Bech32.encoding(text)).isEqualTo(Bech32.Encoding.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
                "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
                "BC1SW50QGDZ25J",
                "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
            })
    void mainNetworkAddressesOfBip350AreAccepted(String address) {
        assertThat(Bech32.isAddress(address, "bc")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
                "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy",
                "tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c"
            })
    void testNetworkAddressesAreNotMoney(String address) {
        assertThat(Bech32.isAddress(address, "tb")).isTrue();
        assertThat(Bech32.isAddress(address, "bc")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
                "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
                "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
                "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
                "bc1pw5dgrnzv",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
                "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
                "bc1gmk9yu"
            })
    void addressesThatBip350RefusesAreRefused(String address) {
        assertThat(Bech32.isAddress(address, "bc")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0xde709f2102306220921060314715629080e2fb77",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
            })
    void addressesOfEip55KeepTheirForm(String address) {
        String digits = address.substring(2);
        assertThat(EthereumAddress.normalise(digits)).contains(address);
        assertThat(EthereumAddress.normalise(digits.toLowerCase(Locale.ROOT))).contains(address);
    }

    @Test
    void mixedCaseWithOneWrongLetterIsRefused() {
        assertThat(EthereumAddress.normalise("5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).isEmpty();
    }

    @Test
    void permutationAgreesWithTheJdkOnSha3() throws NoSuchAlgorithmException {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        MessageDigest sha3 = MessageDigest.getInstance("SHA3-256");
        for (int length = 0; length < 600; length += 7) {
            byte[] message = new byte[length];
            random.nextBytes(message);
            assertThat(Keccak256.digest(message, Keccak256.SHA3_DOMAIN))
                    .as("seed %d length %d", seed, length)
                    .isEqualTo(sha3.digest(message));
        }
    }

    @Test
    void emptyMessageHasTheKnownKeccakDigest() {
        assertThat(HexFormat.of().formatHex(Keccak256.digest("".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    }

    @Test
    void base58AddressesCarryTheirVersion() {
        assertThat(Base58Check.version("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")).isZero();
        assertThat(Base58Check.version("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")).isEqualTo(-1);
        assertThat(Base58Check.version("0OIl000000000000000000000000")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AZ21NABZ00000000137010001944",
                "GB29NWBK60161331926819",
                "DE89370400440532013000",
                "TR330006100519786457841326",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "GE29NB0000000101904917",
                "KZ86125KZT5004100100"
            })
    void registryExamplesAreIbans(String iban) {
        assertThat(IbanNumbers.isValid(iban)).isTrue();
        char last = iban.charAt(iban.length() - 1);
        String altered = iban.substring(0, iban.length() - 1) + (last == '1' ? '2' : '1');
        assertThat(IbanNumbers.isValid(altered)).isFalse();
    }

    @Test
    void cardNeedsLuhnIssuerAndLength() {
        assertThat(CardNumbers.isValid("4111111111111111")).isTrue();
        assertThat(CardNumbers.isValid("378282246310005")).isTrue();
        assertThat(CardNumbers.isValid("4111111111111112")).isFalse();
        assertThat(CardNumbers.isValid("9111111111111111")).isFalse();
        assertThat(CardNumbers.mask("4111111111111111")).isEqualTo("411111******1111");
    }
}
