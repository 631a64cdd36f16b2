package az.qalxan.engines.linking;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Judges whether digits are a number that some country's numbering plan knows. */
final class PhonePlans {

    static final int E164_DIGITS_MAX = 15;
    static final int E164_DIGITS_MIN = 8;

    private static final int AZERBAIJAN = 994;
    private static final int TURKEY = 90;
    private static final int RUSSIA = 7;

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final String region;
    private final int callingCode;

    /** {@code region} is an ISO 3166 code that the numbering plans know. */
    PhonePlans(String region) {
        this.region = region;
        this.callingCode = util.getCountryCodeForRegion(region);
        if (callingCode == 0) {
            throw new IllegalArgumentException(
                    "Region \"%s\" has no numbering plan; give an ISO 3166 code such as AZ."
                            .formatted(region));
        }
    }

    /** E.164 form of a calling code and the rest of the number, if it is valid. */
    Optional<String> international(String digits) {
        boolean sized = digits.length() >= E164_DIGITS_MIN && digits.length() <= E164_DIGITS_MAX;
        // No calling code begins with a zero; the parser would say so slowly.
        if (!sized || digits.charAt(0) == '0') {
            return Optional.empty();
        }
        int code = directCode(digits);
        return code > 0
                ? national(code, digits.substring(Integer.toString(code).length()))
                : parsed("+" + digits);
    }

    /** Calling codes whose numbers need no parsing, which is the slow part; 0 for the others. */
    private static int directCode(String digits) {
        return digits.startsWith("994") ? AZERBAIJAN : digits.startsWith("90") ? TURKEY : 0;
    }

    /**
     * As {@link #international}, but a length that the plan knows is enough: criminals show numbers
     * that nobody was given, and ranges kept for fiction are not valid either.
     */
    Optional<String> possible(String digits) {
        try {
            PhoneNumber number = util.parse("+" + digits, region);
            return util.isPossibleNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** E.164 form of a number of the default region without its trunk prefix. */
    Optional<String> local(String digits) {
        return national(callingCode, digits);
    }

    Optional<String> turkish(String digits) {
        return national(TURKEY, digits);
    }

    Optional<String> russian(String digits) {
        return national(RUSSIA, digits);
    }

    /** As typed in the default region, with its trunk prefix. */
    Optional<String> domestic(String digits) {
        boolean trunkZero = callingCode == AZERBAIJAN || callingCode == TURKEY;
        return trunkZero ? local(digits.substring(1)) : parsed(digits);
    }

    private Optional<String> national(int code, String digits) {
        if (digits.isEmpty() || digits.charAt(0) == '0' || digits.length() > E164_DIGITS_MAX) {
            return Optional.empty();
        }
        PhoneNumber number =
                new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(digits));
        return util.isValidNumber(number) ? Optional.of("+" + code + digits) : Optional.empty();
    }

    private Optional<String> parsed(String digits) {
        try {
            PhoneNumber number = util.parse(digits, region);
            return util.isValidNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
