package az.qalxan.engines.detection.indicator;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line of CSV (RFC 4180), of which none goes on in the next line. */
final class CsvLine {

    private static final int CELLS_MAX = 256;

    private CsvLine() {}

    /** What most likely stands between the cells. */
    static char separator(String line) {
        for (char separator : new char[] {',', ';', '\t'}) {
            if (line.indexOf(separator) >= 0) {
                return separator;
            }
        }
        return ',';
    }

    static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || blank)) {
                quoted = !quoted;
                cell.setLength(quoted ? 0 : cell.length());
                blank = false;
            } else if (c == separator && !quoted && cells.size() < CELLS_MAX) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                blank = true;
            } else {
                cell.append(c);
                blank &= c <= ' ';
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
