package az.qalxan.exchange.misp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of events or attributes (MISP restSearch). An empty list leaves everything in.
 *
 * @param tags on the attribute or its event
 * @param toIds null for both
 * @param deleted whether deleted attributes are asked for too
 * @param stamp of attributes, or of events where events are asked for
 * @param most null for all
 */
record Search(
        Words values,
        Words types,
        Words categories,
        Words tags,
        Words uuids,
        Words events,
        Words infos,
        Words organisations,
        Span stamp,
        Span eventStamp,
        Span published,
        @Nullable String from,
        @Nullable String until,
        @Nullable Boolean toIds,
        @Nullable Boolean isPublished,
        boolean deleted,
        boolean withoutWarnings,
        boolean metadata,
        @Nullable Integer most,
        int page,
        String format,
        boolean minimal) {

    /** Any of these, all of these, and none of those. */
    record Words(List<String> any, List<String> all, List<String> none) {

        static final Words NONE = new Words(List.of(), List.of(), List.of());

        Words {
            any = List.copyOf(any);
            all = List.copyOf(all);
            none = List.copyOf(none);
        }

        /** The rest, where some of these were found otherwise. */
        Words withoutAny() {
            return new Words(List.of(), all, none);
        }
    }

    /**
     * From and until, in seconds since 1970.
     *
     * @param from null for the beginning
     * @param until null for now
     */
    record Span(@Nullable Long from, @Nullable Long until) {

        static final Span ALWAYS = new Span(null, null);
    }
}
