package az.qalxan.engines.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the UTF-16 units so that two of one number are told apart by no set of an expression, nor
 * as letters of words or ends of lines.
 */
final class CharClasses {

    private final byte[] ascii = new byte[128];
    private final char[] starts;
    private final byte[] numbers;
    private final char[] examples;

    /** Behind the last number: a text's end. */
    private final int count;

    private CharClasses(List<Character> starts, List<Byte> numbers, List<Character> examples) {
        this.starts = new char[starts.size()];
        this.numbers = new byte[numbers.size()];
        this.examples = new char[examples.size()];
        for (int i = 0; i < this.starts.length; i++) {
            this.starts[i] = starts.get(i);
            this.numbers[i] = numbers.get(i);
        }
        for (int i = 0; i < this.examples.length; i++) {
            this.examples[i] = examples.get(i);
        }
        count = examples.size();
        for (char c = 0; c < 128; c++) {
            ascii[c] = (byte) search(c);
        }
    }

    /** The classes of a program's sets; refuses one that tells more than 250 apart. */
    static CharClasses of(RegexProgram program) throws BadRegex {
        List<CharSet> sets = new ArrayList<>(List.of(CharSet.WORD, CharSet.NEWLINE));
        for (int i = 0; i < program.size(); i++) {
            CharSet set = program.state(i).set();
            if (set != null && !sets.contains(set)) {
                sets.add(set);
            }
        }
        List<Character> starts = new ArrayList<>();
        List<Byte> numbers = new ArrayList<>();
        List<Character> examples = new ArrayList<>();
        Map<List<Boolean>, Byte> known = new HashMap<>();
        for (int c = 0; c < CharSet.UNITS; c = nextEdge(sets, c)) {
            List<Boolean> signature = new ArrayList<>();
            for (CharSet set : sets) {
                signature.add(set.holds((char) c));
            }
            Byte number = known.get(signature);
            if (number == null) {
                if (known.size() == 250) {
                    throw BadRegex.tooLarge(250);
                }
                number = (byte) known.size();
                known.put(signature, number);
                examples.add((char) c);
            }
            starts.add((char) c);
            numbers.add(number);
        }
        return new CharClasses(starts, numbers, examples);
    }

    private static int nextEdge(List<CharSet> sets, int from) {
        int edge = CharSet.UNITS;
        for (CharSet set : sets) {
            int next =
                    set.units().get(from)
                            ? set.units().nextClearBit(from)
                            : set.units().nextSetBit(from);
            if (next > from && next < edge) {
                edge = next;
            }
        }
        return edge;
    }

    int of(char c) {
        return c < 128 ? ascii[c] & 0xff : search(c);
    }

    int ofAscii(byte c) {
        return ascii[c] & 0xff;
    }

    private int search(char c) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= c) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return numbers[low] & 0xff;
    }

    /** One unit of the class. */
    char example(int number) {
        return examples[number];
    }

    int count() {
        return count;
    }
}
