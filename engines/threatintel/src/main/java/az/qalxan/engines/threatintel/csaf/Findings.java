package az.qalxan.engines.threatintel.csaf;

import java.util.ArrayList;
import java.util.List;

/** What the test that runs at the moment has found; keeps so many places of each test. */
final class Findings {

    static final int PLACES_PER_TEST_MAX = 100;

    private final List<Finding> all = new ArrayList<>();
    private String test = "";
    private int places;

    void begin(String number) {
        test = number;
        places = 0;
    }

    void add(At at, String words) {
        places++;
        if (places <= PLACES_PER_TEST_MAX) {
            all.add(new Finding(test, at.pointer(), words));
        }
    }

    boolean isFull() {
        return places >= PLACES_PER_TEST_MAX;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
