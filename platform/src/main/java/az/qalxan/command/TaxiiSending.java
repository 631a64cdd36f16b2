package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends objects in envelopes, and says of each what became of it. */
final class TaxiiSending {

    private static final int CHARS_MAX = 8 << 20;

    private final TaxiiCalls calls;
    private final int most;
    private final PrintWriter refusals;
    private final @Nullable PrintWriter receipts;
    private final List<String> waiting = new ArrayList<>();
    private long chars;
    private long taken;
    private long refused;

    /**
     * @param most objects of one envelope
     * @param refusals where refused objects are named
     * @param receipts where each object is named with what became of it; null for nowhere
     */
    TaxiiSending(TaxiiCalls calls, int most, PrintWriter refusals, @Nullable PrintWriter receipts) {
        this.calls = calls;
        this.most = most;
        this.refusals = refusals;
        this.receipts = receipts;
    }

    long taken() {
        return taken;
    }

    long refused() {
        return refused;
    }

    /** Whether this one goes into another envelope than those that wait. */
    boolean full(String object) {
        return waiting.size() >= most || chars + object.length() > CHARS_MAX;
    }

    void add(String object) {
        waiting.add(object);
        chars += object.length();
    }

    /** Sends what waits; afterwards the server has settled all of it. */
    void flush() throws IOException, CallRefused {
        if (!waiting.isEmpty()) {
            send(List.copyOf(waiting));
        }
        waiting.clear();
        chars = 0;
    }

    private void send(List<String> objects) throws IOException, CallRefused {
        JsonNode status;
        try {
            status = calls.add("{\"objects\":[" + String.join(",", objects) + "]}");
        } catch (TaxiiCalls.EnvelopeTooLarge e) {
            if (objects.size() == 1) {
                throw e;
            }
            int half = objects.size() / 2;
            send(objects.subList(0, half));
            send(objects.subList(half, objects.size()));
            return;
        }
        settle(status, objects);
    }

    private void settle(JsonNode status, List<String> objects) throws IOException {
        long failed = status.path("failure_count").asLong();
        taken += status.path("success_count").asLong();
        refused += failed;
        Map<String, String> why = new HashMap<>();
        for (JsonNode one : status.path("failures")) {
            String id = one.path("id").asString("");
            String message = one.path("message").asString("refused");
            why.put(id + " " + one.path("version").asString(""), message);
            refusals.println(id + ": " + message);
        }
        if (failed > status.path("failures").size()) {
            refusals.println(
                    "%d refused objects are not named by the server"
                            .formatted(failed - status.path("failures").size()));
        }
        refusals.flush();
        if (receipts != null) {
            objects.forEach(one -> receipt(receipts, status, one, why));
            receipts.flush();
            if (receipts.checkError()) {
                throw new IOException("the receipts cannot be written");
            }
        }
    }

    private static void receipt(
            PrintWriter receipts, JsonNode status, String object, Map<String, String> why) {
        JsonNode read = read(object);
        String id = read.path("id").asString("");
        String version = read.path("modified").asString(read.path("created").asString(""));
        @Nullable String message = why.get(id + " " + version);
        if (message == null) {
            // Of an object without a version the server says one of its own.
            message =
                    why.entrySet().stream()
                            .filter(one -> version.isEmpty() && one.getKey().startsWith(id + " "))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse("");
        }
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("id", id);
        line.put("version", version);
        line.put("taken", message.isEmpty());
        if (!message.isEmpty()) {
            line.put("message", message);
        }
        line.put("status", status.path("id").asString(""));
        line.put("at", status.path("request_timestamp").asString(""));
        receipts.println(line);
    }

    private static JsonNode read(String object) {
        try {
            return JsonMapper.shared().readTree(object);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
