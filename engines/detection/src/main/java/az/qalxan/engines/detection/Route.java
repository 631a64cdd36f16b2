package az.qalxan.engines.detection;

/** The rules for one kind of event; chosen how to find them once enough events have been seen. */
final class Route {

    private final String channel;
    private final String eventId;
    private final LiteralSamples samples;
    private volatile Bucket bucket;
    private volatile boolean tuned;

    /**
     * @param channel of Windows' logs; empty where there is none
     * @param eventId the number of the event
     */
    Route(String channel, String eventId, Bucket bucket, FieldSlots slots) {
        this.channel = channel;
        this.eventId = eventId;
        this.bucket = bucket;
        samples = new LiteralSamples(slots.count());
        tuned = bucket.size() == 0;
    }

    String channel() {
        return channel;
    }

    String eventId() {
        return eventId;
    }

    /** The rules for the event, of which the first are looked at to choose better. */
    Bucket bucket(SlottedEvent event) {
        return tuned ? bucket : tuning(event);
    }

    private synchronized Bucket tuning(SlottedEvent event) {
        if (!tuned) {
            samples.add(event);
            if (samples.enough()) {
                bucket = bucket.tuned(samples);
                samples.forget();
                tuned = true;
            }
        }
        return bucket;
    }
}
