package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.JsonReader;
import org.jspecify.annotations.Nullable;

/** Readers of what other formats carry in their messages, made when one is met. */
final class InnerReader {

    private static final byte[] AUDIT = TextReader.ascii("audit(");
    private static final byte[] AUDIT_TYPE = TextReader.ascii("type=");
    private static final byte[] AUDIT_NODE = TextReader.ascii("node=");

    private @Nullable EventReader json;
    private @Nullable EventReader cef;
    private @Nullable EventReader leef;
    private @Nullable EventReader xml;
    private @Nullable EventReader audit;

    /** The reader of what begins at the cursor; null where it is a plain message. */
    @Nullable EventReader of(Cursor in) {
        if (in.is('{')) {
            json = json == null ? new JsonReader() : json;
            return json;
        }
        if (in.starts(CefReader.BEGIN)) {
            cef = cef == null ? new CefReader() : cef;
            return cef;
        }
        if (in.starts(LeefReader.BEGIN)) {
            leef = leef == null ? new LeefReader() : leef;
            return leef;
        }
        if (in.starts(XmlReader.BEGIN)) {
            xml = xml == null ? new XmlReader() : xml;
            return xml;
        }
        boolean typed = in.starts(AUDIT_TYPE) || in.starts(AUDIT_NODE);
        if (in.starts(AUDIT) || (typed && in.find(AUDIT) >= 0)) {
            audit = audit == null ? new AuditReader() : audit;
            return audit;
        }
        return null;
    }
}
