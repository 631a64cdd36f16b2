import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Series of others, from files that their user laid in a folder. */
final class ForecastSets {

    /** Its beginning is known to a method, its end is what then came. */
    record Split(String name, int period, double[] before, double[] after) {}

    private static final int CUTS_MAX = 8;
    private static final int CUTS_APART = 19;
    private static final int HISTORY_MIN = 60;

    private final Path folder;

    ForecastSets(Path folder) {
        this.folder = folder;
    }

    boolean has(String... names) {
        return Arrays.stream(names).allMatch(name -> Files.isReadable(folder.resolve(name)));
    }

    /** Two files of the M4 competition: a heading, then a name and its values in each line. */
    List<Split> m4(String set, int period, int horizon) throws IOException {
        List<String[]> train = rows(set + "-train.csv");
        List<String[]> test = rows(set + "-test.csv");
        if (train.size() != test.size()) {
            throw new IOException(
                    "%d series in %s-train.csv, %d in the test: both must have the same"
                            .formatted(train.size(), set, test.size()));
        }
        return IntStream.range(0, train.size())
                .mapToObj(
                        i -> {
                            double[] after = values(test.get(i));
                            if (!train.get(i)[0].equals(test.get(i)[0]) || after.length != horizon) {
                                throw new UncheckedIOException(
                                        new IOException(
                                                "line %d: %s with %s and %d values, %d needed"
                                                        .formatted(
                                                                i + 2, train.get(i)[0],
                                                                test.get(i)[0], after.length,
                                                                horizon)));
                            }
                            return new Split(train.get(i)[0], period, values(train.get(i)), after);
                        })
                .toList();
    }

    /**
     * A line for each series: name;period;values with commas. Cut at several moments, so far
     * apart that every season of a year of weeks is looked ahead into.
     */
    List<Split> split(String file, int horizon) throws IOException {
        List<Split> splits = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            String[] parts = line.split(";");
            double[] all = numbers(parts[2]);
            int cut = all.length - horizon;
            for (int i = 0; i < CUTS_MAX && cut >= HISTORY_MIN; i++) {
                splits.add(
                        new Split(
                                parts[0],
                                Integer.parseInt(parts[1]),
                                Arrays.copyOf(all, cut),
                                Arrays.copyOfRange(all, cut, cut + horizon)));
                cut -= CUTS_APART;
            }
        }
        return splits;
    }

    /** One value a line. */
    double[] column(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .filter(line -> !line.isBlank())
                .mapToDouble(line -> Double.parseDouble(line.strip()))
                .toArray();
    }

    String digest(String file) throws IOException {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Files.readAllBytes(folder.resolve(file)));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(","))
                .toList();
    }

    private static double[] values(String[] row) {
        return Arrays.stream(row)
                .skip(1)
                .map(String::strip)
                .filter(cell -> !cell.isEmpty() && !cell.equals("NA"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
