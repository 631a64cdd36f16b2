package az.qalxan.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads a collection on from a moment, page by page, also from servers that are wrong in known
 * ways: that say nothing of a next page, say the same next page for ever, deny that there is more,
 * or give the same moment to several objects.
 */
final class TaxiiPoll {

    /** Takes a page before the poll goes on. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes the objects that had not come yet.
         *
         * @param position from where to go on after a break, once they are kept
         */
        void take(List<JsonNode> objects, String position) throws IOException, CallRefused;
    }

    /** One page from a server. */
    @FunctionalInterface
    interface Pages {

        TaxiiCalls.Answer page(String after, String next) throws IOException, CallRefused;
    }

    static final int REMEMBERED_MAX = 100_000;

    private final Pages pages;
    private final int limit;
    private final Remembered seen = new Remembered();
    private final Remembered asked = new Remembered();
    private long repeated;

    TaxiiPoll(Pages pages, int limit) {
        this.pages = pages;
        this.limit = limit;
    }

    /** Objects that came more than once in this run. */
    long repeated() {
        return repeated;
    }

    /** Fetches everything after the position; how many objects were new. */
    long run(String position, Sink sink) throws IOException, CallRefused {
        String after = position;
        String next = "";
        long count = 0;
        while (true) {
            asked.add(after + " " + next);
            TaxiiCalls.Answer answer = pages.page(after, next);
            JsonNode envelope = answer.json();
            List<JsonNode> fresh = fresh(envelope.path("objects"));
            count += fresh.size();
            String last = answer.last().isEmpty() ? after : answer.last();
            boolean more = envelope.path("more").asBoolean(false);
            next = more ? envelope.path("next").asString("") : "";
            // Pages by next are in an order of the server's own: a break begins where they began.
            sink.take(fresh, next.isEmpty() ? last : after);
            after = next.isEmpty() ? last : after;
            // A full page from a server that denies that there is more is not believed.
            boolean full = envelope.path("objects").size() >= limit;
            boolean again = asked.contains(after + " " + next);
            if (more && again) {
                throw new CallRefused("the server repeats a page for ever, after " + after);
            }
            if (!more && (!full || again)) {
                return count;
            }
        }
    }

    /** The last texts only: a collection may be larger than memory. An object may come twice. */
    private static final class Remembered {

        private final Set<String> texts =
                Collections.newSetFromMap(
                        new LinkedHashMap<>() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            protected boolean removeEldestEntry(Map.Entry<String, Boolean> first) {
                                return size() > REMEMBERED_MAX;
                            }
                        });

        boolean add(String text) {
            return texts.add(text);
        }

        boolean contains(String text) {
            return texts.contains(text);
        }

        int size() {
            return texts.size();
        }
    }

    /** Objects that are remembered, so that one is not told twice. */
    int remembered() {
        return seen.size();
    }

    private List<JsonNode> fresh(JsonNode objects) {
        List<JsonNode> fresh = new ArrayList<>();
        for (JsonNode one : objects) {
            if (seen.add(one.path("id").asString("") + " " + version(one))) {
                fresh.add(one);
            } else {
                repeated++;
            }
        }
        return fresh;
    }

    private static String version(JsonNode one) {
        String modified = one.path("modified").asString("");
        return modified.isEmpty() ? String.valueOf(one.toString().hashCode()) : modified;
    }
}
