package az.qalxan.engines.warrants;

import java.util.LinkedHashMap;
import java.util.Map;

/** The namespaces of the standard, and the prefixes under which they are written. */
final class Namespaces {

    static final String CORE = "http://uri.etsi.org/03120/common/2019/10/Core";
    static final String COMMON = "http://uri.etsi.org/03120/common/2016/02/Common";
    static final String AUTHORISATION = "http://uri.etsi.org/03120/common/2020/09/Authorisation";
    static final String DOCUMENT = "http://uri.etsi.org/03120/common/2020/09/Document";
    static final String NOTIFICATION = "http://uri.etsi.org/03120/common/2016/02/Notification";
    static final String TASK = "http://uri.etsi.org/03120/common/2020/09/Task";
    static final String DELIVERY = "http://uri.etsi.org/03120/common/2019/10/Delivery";
    static final String TRAFFIC = "http://uri.etsi.org/03120/common/2022/07/TrafficPolicy";
    static final String TYPES = "http://uri.etsi.org/03280/common/2017/07";
    static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    static final String XML = "http://www.w3.org/XML/1998/namespace";

    private Namespaces() {}

    /** What a message that is written declares at its root: prefix to namespace. */
    static Map<String, String> written() {
        Map<String, String> scope = new LinkedHashMap<>();
        scope.put("", CORE);
        scope.put("xsi", INSTANCE);
        scope.put("common", COMMON);
        scope.put("task", TASK);
        scope.put("auth", AUTHORISATION);
        scope.put("doc", DOCUMENT);
        scope.put("delivery", DELIVERY);
        scope.put("notification", NOTIFICATION);
        return scope;
    }
}
