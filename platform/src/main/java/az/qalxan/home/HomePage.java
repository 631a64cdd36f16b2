package az.qalxan.home;

import az.qalxan.jurisdiction.CategoryGroup;
import az.qalxan.jurisdiction.EmergencyNumber;
import az.qalxan.statistics.PublicFigures;
import java.util.List;

/** What a visitor's first page shows. */
record HomePage(
        List<EmergencyNumber> emergency, List<CategoryGroup> groups, PublicFigures.Month month) {

    HomePage {
        emergency = List.copyOf(emergency);
        groups = List.copyOf(groups);
    }
}
