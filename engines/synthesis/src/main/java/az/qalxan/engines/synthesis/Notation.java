package az.qalxan.engines.synthesis;

/** The ways in which people write an identifier down. */
final class Notation {

    private Notation() {}

    static String written(Kind kind, String value, Dice dice) {
        return switch (kind) {
            case PHONE -> phone(value, dice);
            case IBAN -> dice.chance(0.35) ? groups(value, ' ') : value;
            case CARD -> card(value, dice);
            case URL -> url(value, dice);
            case DOMAIN -> dice.chance(0.08) ? defanged(value) : value;
            case EMAIL -> dice.chance(0.05) ? value.replace("@", "[at]") : value;
            case WALLET, IP, HANDLE -> value;
        };
    }

    /** {@code value} is +994, a prefix of two digits and seven digits. */
    private static String phone(String value, Dice dice) {
        String prefix = value.substring(4, 6);
        String three = value.substring(6, 9);
        String two = value.substring(9, 11);
        String last = value.substring(11);
        return switch (dice.below(20)) {
            case 0, 1, 2, 3 -> "0" + prefix + " " + three + " " + two + " " + last;
            case 4, 5, 6 -> "0" + prefix + three + two + last;
            case 7, 8 -> value;
            case 9, 10 -> "+994 " + prefix + " " + three + " " + two + " " + last;
            case 11, 12 -> "(0" + prefix + ")" + three + "-" + two + "-" + last;
            case 13, 14 -> "0" + prefix + "-" + three + "-" + two + "-" + last;
            case 15 -> "0" + prefix + "." + three + "." + two + "." + last;
            case 16 -> "994" + prefix + three + two + last;
            case 17 -> "0" + prefix + " " + three + two + last;
            case 18 -> "+994(" + prefix + ")" + three + "-" + two + "-" + last;
            default -> "00994 " + prefix + " " + three + " " + two + " " + last;
        };
    }

    private static String card(String value, Dice dice) {
        return switch (dice.below(5)) {
            case 0, 1 -> value;
            case 2, 3 -> groups(value, ' ');
            default -> groups(value, '-');
        };
    }

    private static String groups(String value, char separator) {
        StringBuilder text = new StringBuilder(value.length() + value.length() / 4);
        for (int i = 0; i < value.length(); i++) {
            if (i > 0 && i % 4 == 0) {
                text.append(separator);
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    private static String url(String value, Dice dice) {
        if (!dice.chance(0.12)) {
            return value;
        }
        int host = value.indexOf("//") + 2;
        int path = value.indexOf('/', host);
        return "hxxps://" + defanged(value.substring(host, path)) + value.substring(path);
    }

    private static String defanged(String host) {
        return host.replace(".", "[.]");
    }
}
