package az.qalxan.engines.threatintel.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What CAP 1.2 demands of a message beyond the form of its elements. */
public final class CapCheck {

    private static final Pattern NAME = Pattern.compile("[^\\s,<&]+");
    private static final Pattern POINT =
            Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,12})?,-?[0-9]{1,3}(\\.[0-9]{1,12})?");

    /** A polygon has three corners, and ends where it begins. */
    private static final int POINTS_MIN = 4;

    private CapCheck() {}

    /** Everything that is wrong; empty for a right message. */
    public static List<CapFault> faults(CapAlert alert) {
        List<CapFault> wrong = new ArrayList<>();
        named("alert/identifier", alert.identifier(), wrong);
        named("alert/sender", alert.sender(), wrong);
        if (alert.scope() == CapScope.RESTRICTED && alert.restriction().isBlank()) {
            wrong.add(new CapFault("alert/restriction", "a Restricted message names the rule"));
        }
        if (alert.scope() == CapScope.PRIVATE && alert.addresses().isEmpty()) {
            wrong.add(new CapFault("alert/addresses", "a Private message names its receivers"));
        }
        if (alert.message() != CapMessage.ALERT && alert.references().isEmpty()) {
            wrong.add(
                    new CapFault(
                            "alert/references",
                            "a message of kind " + alert.message().word() + " names earlier ones"));
        }
        for (int i = 0; i < alert.infos().size(); i++) {
            info("alert/info[" + (i + 1) + "]", alert.infos().get(i), wrong);
        }
        return wrong;
    }

    private static void named(String place, String value, List<CapFault> wrong) {
        if (!NAME.matcher(value).matches()) {
            wrong.add(new CapFault(place, "has no space, comma, < or &, and is not empty"));
        }
    }

    private static void info(String place, CapSegment info, List<CapFault> wrong) {
        if (info.categories().isEmpty()) {
            wrong.add(new CapFault(place + "/category", "at least one"));
        }
        if (info.event().isBlank()) {
            wrong.add(new CapFault(place + "/event", "says what happens"));
        }
        for (CapArea area : info.areas()) {
            if (area.description().isBlank()) {
                wrong.add(new CapFault(place + "/area/areaDesc", "says where"));
            }
            for (String polygon : area.polygons()) {
                polygon(place + "/area/polygon", polygon, wrong);
            }
        }
    }

    private static void polygon(String place, String polygon, List<CapFault> wrong) {
        List<String> points = List.of(polygon.strip().split("\\s+"));
        boolean closed = points.size() >= POINTS_MIN && points.getFirst().equals(points.getLast());
        if (!closed || !points.stream().allMatch(one -> POINT.matcher(one).matches())) {
            wrong.add(new CapFault(place, "at least four points, the last is the first"));
        }
    }
}
