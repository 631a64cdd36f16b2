package az.qalxan.engines.linking.series;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Many numbers in little memory. */
final class IntList {

    private int[] numbers = new int[64];
    private int count;

    void add(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count] = number;
        count++;
    }

    void addAll(int[] more) {
        for (int number : more) {
            add(number);
        }
    }

    int get(int at) {
        return numbers[at];
    }

    int size() {
        return count;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, count);
    }

    void writeTo(DataOutputStream out) throws IOException {
        for (int i = 0; i < count; i++) {
            out.writeInt(numbers[i]);
        }
    }
}
