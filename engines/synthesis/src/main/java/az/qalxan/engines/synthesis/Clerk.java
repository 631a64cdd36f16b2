package az.qalxan.engines.synthesis;

import java.util.ArrayList;
import java.util.List;

/** Writes a person down with the letters, the habits and the slips of one hand. */
final class Clerk {

    private static final String[] PREFIXES = {"50", "51", "55", "70", "77", "99", "10", "60"};
    private static final String AZERBAIJANI = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz";
    private static final String[] ASCII =
            letters("a b c c d e e f g g h x i i j k q l m n o o p r s s t u u v y z");
    private static final String[] ENGLISH =
            letters("a b j ch d e a f g gh h kh i i zh k g l m n o o p r s sh t u u v y z");
    private static final String[] RUSSIAN =
            letters("а б дж ч д е а ф г г г х ы и ж к г л м н о о п р с ш т у ю в й з");
    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] LATIN =
            letters("a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh sch - y - e yu ya");

    private final Dice dice;
    private final SyntheticPeople.Wear wear;
    private final Hand hand;

    /** How the letters are written. */
    enum Hand {
        AZERBAIJANI,
        ASCII,
        ENGLISH,
        RUSSIAN
    }

    Clerk(Dice dice, SyntheticPeople.Wear wear) {
        this.dice = dice;
        this.wear = wear;
        double unit = dice.unit();
        this.hand =
                unit < 0.60
                        ? Hand.AZERBAIJANI
                        : unit < 0.80 ? Hand.ASCII : unit < 0.90 ? Hand.ENGLISH : Hand.RUSSIAN;
    }

    private static String[] letters(String list) {
        return list.split(" ", -1);
    }

    static String phone(Dice dice) {
        return PREFIXES[dice.below(PREFIXES.length)] + Digits.padded(dice.below(10_000_000), 7);
    }

    /** The cells of a row, without its name. */
    List<String> write(SyntheticPeople.Person person) {
        SyntheticPeople.Home home =
                dice.chance(wear.changes()) ? SyntheticPeople.Home.pick(dice) : person.home();
        String phone = dice.chance(wear.changes()) ? phone(dice) : person.phone();
        String given = spelled(person.given());
        String family = spelled(person.family());
        boolean swapped = dice.chance(0.02);
        List<String> cells = new ArrayList<>();
        cells.add(cell(swapped ? family : given, 0.3));
        cells.add(cell(swapped ? given : family, 0.3));
        cells.add(cell(date(person), 3));
        cells.add(dice.chance(0.5) ? "" : cell(person.fin(), 0));
        cells.add(cell(written(phone), 3));
        cells.add(cell(Integer.toString(home.number()), 2));
        cells.add(cell(street(home.street()), 2));
        cells.add(cell(spelled(home.town().name()), 1));
        cells.add(cell("AZ" + Digits.padded(home.postcode(), 4), 3));
        cells.add(cell(home.town().region(), 0.5));
        return cells;
    }

    /** The value, perhaps mistyped, or nothing. */
    private String cell(String value, double gapTimes) {
        if (dice.chance(wear.gaps() * gapTimes)) {
            return "";
        }
        return value.length() > 1 && dice.chance(wear.slips()) ? mistyped(value) : value;
    }

    private String mistyped(String value) {
        int at = dice.below(value.length() - 1);
        String before = value.substring(0, at);
        String after = value.substring(at + 1);
        return switch (dice.below(4)) {
            case 0 -> before + after;
            case 1 -> before + other(value.charAt(at)) + after;
            case 2 -> before + value.charAt(at) + value.charAt(at) + after;
            default -> before + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
        };
    }

    private char other(char c) {
        return Character.isDigit(c) ? (char) ('0' + dice.below(10)) : (char) ('a' + dice.below(26));
    }

    private String date(SyntheticPeople.Person person) {
        boolean exchanged = person.day() <= 12 && dice.chance(0.02);
        int month = exchanged ? person.day() : person.month();
        int day = exchanged ? person.month() : person.day();
        return hand == Hand.ENGLISH
                ? "%d-%02d-%02d".formatted(person.year(), month, day)
                : "%02d.%02d.%d".formatted(day, month, person.year());
    }

    private String written(String national) {
        return switch (dice.below(4)) {
            case 0 -> "+994" + national;
            case 1 -> "0" + national;
            case 2 ->
                    "(0%s) %s-%s-%s"
                            .formatted(
                                    national.substring(0, 2),
                                    national.substring(2, 5),
                                    national.substring(5, 7),
                                    national.substring(7));
            default -> "994 " + national.substring(0, 2) + " " + national.substring(2);
        };
    }

    private String street(String name) {
        return switch (hand) {
            case RUSSIAN -> "ул. " + spelled(name);
            case ENGLISH -> spelled(name) + " st.";
            default ->
                    dice.chance(0.3)
                            ? "küç. " + name
                            : spelled(name) + (dice.chance(0.5) ? " küçəsi" : "");
        };
    }

    /** A name in the letters of this hand. */
    private String spelled(String name) {
        boolean cyrillic = CYRILLIC.indexOf(Character.toLowerCase(name.charAt(0))) >= 0;
        if (cyrillic) {
            return hand == Hand.RUSSIAN ? name : turned(name, CYRILLIC, LATIN);
        }
        return switch (hand) {
            case AZERBAIJANI -> name;
            case ASCII -> turned(name, AZERBAIJANI, ASCII);
            case ENGLISH -> turned(name, AZERBAIJANI, ENGLISH);
            case RUSSIAN -> russian(name);
        };
    }

    private static String russian(String name) {
        return turned(name, AZERBAIJANI, RUSSIAN).replace("мм", "м").replace("ийев", "иев");
    }

    private static String turned(String name, String from, String[] to) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            char small = Tongue.AZ.lower(c);
            int at = from.indexOf(small);
            String letter = at < 0 ? String.valueOf(c) : to[at];
            if (!letter.equals("-")) {
                written.append(
                        at >= 0 && small != c
                                ? Tongue.EN.upper(letter.charAt(0)) + letter.substring(1)
                                : letter);
            }
        }
        return written.toString();
    }
}
