package az.qalxan.engines.linking;

import java.util.Optional;

/**
 * Reads a digit run as a phone number: how many groups belong to it follows from how it begins, so
 * that two numbers written one after the other stay two.
 */
final class PhoneReader {

    private static final String HOME_CODE_AZ = "994";

    private final PhonePlans plans;

    PhoneReader(PhonePlans plans) {
        this.plans = plans;
    }

    /** Reads a run that follows a plus sign. */
    Optional<PhoneReading> afterPlus(DigitRun run) {
        String digits = run.digits();
        if (digits.startsWith(HOME_CODE_AZ)) {
            return azerbaijani(run, 0);
        }
        Optional<PhoneReading> valid = longestInternational(run, 0);
        int last = run.groups() - 1;
        boolean sized = run.total(last) > 9 && run.total(last) <= PhonePlans.E164_DIGITS_MAX;
        return valid.isPresent() || !sized
                ? valid
                : PhoneReading.of(plans.possible(digits.substring(0, run.total(last))), last);
    }

    /** Reads a run without a plus sign. */
    Optional<PhoneReading> plain(DigitRun run, PhoneContext context) {
        String digits = run.digits();
        if (digits.startsWith("00")) {
            return digits.startsWith(HOME_CODE_AZ, 2)
                    ? azerbaijani(run, 2)
                    : longestInternational(run, 2);
        }
        if (context.otherNumber()) {
            return Optional.empty();
        }
        if (digits.startsWith("0" + HOME_CODE_AZ)) {
            return azerbaijani(run, 1);
        }
        if (digits.startsWith(HOME_CODE_AZ)) {
            return azerbaijani(run, 0);
        }
        if (digits.startsWith("0")) {
            return withTrunkZero(run);
        }
        Optional<PhoneReading> abroad = bareAbroad(run, context);
        return abroad.isPresent() ? abroad : bareLocal(run, context);
    }

    /** Country code and nine digits after {@code skipped} zeros, also with a trunk zero inside. */
    private Optional<PhoneReading> azerbaijani(DigitRun run, int skipped) {
        int from = skipped + HOME_CODE_AZ.length();
        boolean trunk = run.digits().startsWith("0", from);
        int total = from + (trunk ? 10 : 9);
        return exactly(run, total)
                ? PhoneReading.of(
                        plans.international(
                                HOME_CODE_AZ
                                        + run.digits().substring(trunk ? from + 1 : from, total)),
                        run.groupCompleting(total))
                : Optional.empty();
    }

    private Optional<PhoneReading> longestInternational(DigitRun run, int skipped) {
        for (int group = run.groups() - 1; group >= 0; group--) {
            int total = run.total(group);
            if (total - skipped <= PhonePlans.E164_DIGITS_MAX
                    && total - skipped >= PhonePlans.E164_DIGITS_MIN) {
                Optional<String> value =
                        plans.international(run.digits().substring(skipped, total));
                if (value.isPresent()) {
                    return PhoneReading.of(value, group);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PhoneReading> withTrunkZero(DigitRun run) {
        // A first group such as 05 is a day or a month, not a prefix.
        if (run.groupDigits(0) == 2) {
            return Optional.empty();
        }
        if (exactly(run, 10)) {
            Optional<String> value = plans.domestic(run.digits().substring(0, 10));
            if (value.isPresent()) {
                return PhoneReading.of(value, run.groupCompleting(10));
            }
        }
        boolean spaced = run.groupDigits(0) == 11 || run.groupDigits(0) <= 4;
        return exactly(run, 11) && spaced
                ? PhoneReading.of(
                        plans.turkish(run.digits().substring(1, 11)), run.groupCompleting(11))
                : Optional.empty();
    }

    /** 8 and 7 of Russia, 90 of Turkey, and other calling codes where words speak of a phone. */
    private Optional<PhoneReading> bareAbroad(DigitRun run, PhoneContext context) {
        String digits = run.digits();
        int first = run.groupDigits(0);
        boolean shaped = first >= 11 || first == 4 || (first == 1 && second(run) >= 3);
        if (shaped && exactly(run, 11) && (digits.startsWith("8") || digits.startsWith("7"))) {
            boolean mobile = digits.charAt(1) == '9' || digits.charAt(1) == '7';
            if (mobile || context.phone() || first == 1) {
                return PhoneReading.of(
                        plans.russian(digits.substring(1, 11)), run.groupCompleting(11));
            }
        }
        if (digits.startsWith("905") && exactly(run, 12)) {
            return PhoneReading.of(plans.turkish(digits.substring(2, 12)), run.groupCompleting(12));
        }
        boolean whole = first >= 11 && first <= 13 && context.phone();
        return whole
                ? PhoneReading.of(plans.international(digits.substring(0, first)), 0)
                : Optional.empty();
    }

    private Optional<PhoneReading> bareLocal(DigitRun run, PhoneContext context) {
        String digits = run.digits();
        boolean pattern = run.beginsWithGroups(2, 3, 2, 2);
        if (exactly(run, 9) && (pattern || context.phone()) && isLocalShape(run)) {
            boolean mobile = digits.charAt(0) >= '5' || digits.startsWith("10");
            int last = run.groupCompleting(9);
            boolean alone = run.groups() == last + 1;
            if (context.phone() || (mobile && pattern && alone)) {
                return PhoneReading.of(plans.local(digits.substring(0, 9)), last);
            }
        }
        boolean turkish = digits.startsWith("5") && !context.cyrillic();
        boolean russian = digits.startsWith("9") && context.cyrillic();
        boolean tens = context.phone() && exactly(run, 10) && isTenDigitShape(run);
        if (tens && (turkish || russian)) {
            String ten = digits.substring(0, 10);
            return PhoneReading.of(
                    turkish ? plans.turkish(ten) : plans.russian(ten), run.groupCompleting(10));
        }
        return Optional.empty();
    }

    private static boolean isLocalShape(DigitRun run) {
        return run.groupDigits(0) == 9
                || run.beginsWithGroups(2, 3, 2, 2)
                || run.beginsWithGroups(2, 3, 4)
                || run.beginsWithGroups(2, 7);
    }

    private static boolean isTenDigitShape(DigitRun run) {
        return run.groupDigits(0) == 10
                || run.beginsWithGroups(3, 3, 2, 2)
                || run.beginsWithGroups(3, 3, 4)
                || run.beginsWithGroups(3, 7);
    }

    private static int second(DigitRun run) {
        return run.groups() > 1 ? run.groupDigits(1) : 0;
    }

    private static boolean exactly(DigitRun run, int total) {
        return run.groupCompleting(total) >= 0;
    }
}
