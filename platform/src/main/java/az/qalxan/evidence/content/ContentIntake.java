package az.qalxan.evidence.content;

import az.qalxan.engines.content.ContentSink;
import az.qalxan.engines.content.Moment;
import az.qalxan.engines.content.Part;
import az.qalxan.evidence.ExhibitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what is read of an exhibit in portions, each in a transaction of its own. */
final class ContentIntake implements ContentSink {

    private static final int PARTS = 100;
    private static final int MOMENTS = 2_000;
    private static final int TEXT_CHARS = 2_000_000;

    private final ExhibitId exhibit;
    private final ContentStore store;
    private final TransactionTemplate transaction;
    private final List<Part> parts = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private final Map<Integer, byte[]> pictures = new HashMap<>();
    private int textChars;
    private String place = "";

    ContentIntake(ExhibitId exhibit, ContentStore store, TransactionTemplate transaction) {
        this.exhibit = exhibit;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public void begun(int number, String path) {
        place = path;
    }

    @Override
    public void part(Part part) {
        parts.add(part);
        textChars += part.text().length();
        if (parts.size() >= PARTS || textChars >= TEXT_CHARS) {
            flush();
        }
    }

    @Override
    public void moment(Moment moment) {
        moments.add(moment);
        if (moments.size() >= MOMENTS) {
            flush();
        }
    }

    @Override
    public void thumbnail(int number, byte[] jpeg) {
        pictures.put(number, jpeg);
    }

    /** Stores what has come so far. */
    void flush() {
        transaction.executeWithoutResult(status -> {
            store.add(exhibit, parts, pictures);
            store.add(exhibit, moments);
            store.progress(exhibit, place, parts.size(), moments.size());
        });
        parts.forEach(part -> pictures.remove(part.number()));
        parts.clear();
        moments.clear();
        textChars = 0;
    }
}
