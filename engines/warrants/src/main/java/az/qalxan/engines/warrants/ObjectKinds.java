package az.qalxan.engines.warrants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** The kinds of object that may be created, changed and delivered, by the name of their type. */
final class ObjectKinds {

    static final Map<QName, Shape> ALL = all();

    private ObjectKinds() {}

    static String names() {
        return ALL.keySet().stream().map(QName::getLocalPart).collect(Collectors.joining(", "));
    }

    private static Map<QName, Shape> all() {
        Map<QName, Shape> found = new LinkedHashMap<>();
        for (Shape shape :
                List.of(
                        Grammar.AUTHORISATION,
                        Grammar.DOCUMENT,
                        Grammar.NOTIFICATION,
                        TaskGrammar.LD_TASK,
                        TaskGrammar.LI_TASK,
                        DeliveryGrammar.DELIVERY_OBJECT,
                        DeliveryGrammar.TRAFFIC_POLICY,
                        DeliveryGrammar.TRAFFIC_RULE)) {
            found.put(shape.name(), shape);
        }
        return found;
    }
}
