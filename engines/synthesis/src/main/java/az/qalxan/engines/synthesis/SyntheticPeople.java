package az.qalxan.engines.synthesis;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows about invented people who live together in households, several rows about one person, each
 * written by another hand: in Azerbaijani, without diacritics, in English, Turkish or Russian
 * letters, with slips, gaps, changed phones and addresses. For measuring record linkage.
 *
 * <p>No row is about a real person; identity numbers and phones are drawn at random and may by
 * chance exist.
 */
public final class SyntheticPeople {

    /** The columns of a file; {@code rec_id} is the person's number, a dash and the row's. */
    public static final List<String> COLUMNS =
            List.of(
                    "rec_id",
                    "given_name",
                    "family_name",
                    "born",
                    "fin",
                    "phone",
                    "street_number",
                    "street",
                    "place",
                    "postcode",
                    "region");

    private static final int HOUSEHOLD_MAX = 5;
    private static final int ROWS_PER_PERSON_MAX = 8;

    private final long seed;
    private final Wear wear;

    /**
     * How hard the rows are to link.
     *
     * @param extraRows probability that a person has one more row, again and again
     * @param slips probability that a cell is mistyped
     * @param gaps probability that a cell is empty
     * @param changes probability that a row has an older or newer phone, address or name
     */
    public record Wear(double extraRows, double slips, double gaps, double changes) {

        /** As in a register that is kept with some care. */
        public static Wear usual() {
            return new Wear(0.35, 0.03, 0.05, 0.05);
        }

        /** As in notes taken in haste. */
        public static Wear heavy() {
            return new Wear(0.55, 0.09, 0.12, 0.12);
        }
    }

    /** The same seed and wear give the same rows on every machine. */
    public SyntheticPeople(long seed, Wear wear) {
        this.seed = seed;
        this.wear = wear;
    }

    /** Gives at least so many rows, less than one household too many, to {@code taker}. */
    public void rows(int count, Consumer<PersonRow> taker) {
        Dice dice = Dice.of(seed, 77);
        int person = 0;
        int given = 0;
        while (given < count) {
            List<Person> household = household(dice);
            for (Person member : household) {
                int rows = 1;
                while (rows < ROWS_PER_PERSON_MAX && dice.chance(wear.extraRows)) {
                    rows++;
                }
                for (int row = 0; row < rows && given < count; row++) {
                    taker.accept(new PersonRow(person, new Clerk(dice, wear).write(member)));
                    given++;
                }
                person++;
            }
        }
    }

    /** Writes a CSV file with header; the rows stand in an order that tells nothing. */
    public void writeCsv(int count, Writer out) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        rows(count, row -> lines.add(line(row, lines.size())));
        CsvLine header = new CsvLine();
        COLUMNS.forEach(header::add);
        header.writeTo(out);
        Scramble order = new Scramble(Math.max(1, lines.size()), seed);
        for (int i = 0; i < lines.size(); i++) {
            out.write(new String(lines.get((int) order.of(i)), StandardCharsets.UTF_8));
        }
    }

    private static byte[] line(PersonRow row, int number) {
        CsvLine line = new CsvLine().add(row.person() + "-" + number);
        row.cells().forEach(line::add);
        return line.text().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Person> household(Dice dice) {
        PeopleNames.Family family = PeopleNames.family(dice);
        Home home = Home.pick(dice);
        String phone = Clerk.phone(dice);
        int size = 1 + (int) (HOUSEHOLD_MAX * dice.unit() * dice.unit());
        List<Person> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean woman = dice.chance(0.5);
            members.add(
                    new Person(
                            PeopleNames.given(dice, family.tongue(), woman),
                            woman ? family.woman() : family.man(),
                            1940 + dice.below(68),
                            1 + dice.below(12),
                            1 + dice.below(28),
                            fin(dice),
                            dice.chance(0.3) ? phone : Clerk.phone(dice),
                            home));
        }
        return members;
    }

    private static String fin(Dice dice) {
        StringBuilder fin = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            fin.append("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(dice.below(34)));
        }
        return fin.toString();
    }

    /** A person as nobody wrote it down. */
    record Person(
            String given,
            String family,
            int year,
            int month,
            int day,
            String fin,
            String phone,
            Home home) {}

    /** An address. */
    record Home(int number, String street, PeopleNames.Town town, int postcode) {

        static Home pick(Dice dice) {
            PeopleNames.Town town = PeopleNames.town(dice);
            return new Home(
                    1 + (int) (180 * dice.unit() * dice.unit()),
                    PeopleNames.street(dice),
                    town,
                    town.postcode() + dice.below(40));
        }
    }
}
