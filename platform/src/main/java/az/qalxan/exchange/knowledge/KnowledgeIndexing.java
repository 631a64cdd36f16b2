package az.qalxan.exchange.knowledge;

import az.qalxan.exchange.ObjectsAdded;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what is known of objects in the transaction that stores them. */
@Component
class KnowledgeIndexing {

    private final ObjectReading reading;
    private final KnowledgeStore store;

    KnowledgeIndexing(ObjectReading reading, KnowledgeStore store) {
        this.reading = reading;
        this.store = store;
    }

    @EventListener
    void on(ObjectsAdded added) {
        List<KnowledgeStore.Fresh> fresh =
                added.objects().stream()
                        .map(one ->
                                new KnowledgeStore.Fresh(
                                        added.collection(),
                                        one.added(),
                                        one.id(),
                                        one.type(),
                                        "",
                                        one.handling().rank(),
                                        one.last(),
                                        one.revoked(),
                                        reading.read(one.type(), one.object())))
                        .toList();
        store.insert(fresh);
    }
}
