package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.EventRef;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Which event it was.
 *
 * @param line the line of the file that the sender named in the header {@value #LINE}; 0 for none
 */
record Origin(int partition, long offset, long line) {

    /** A header that senders may set: the decimal number of a line, from 1. */
    static final String LINE = "line";

    private static final int LINE_DIGITS_MAX = 18;

    static Origin of(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(LINE);
        long line = header == null ? 0 : number(header.value());
        return new Origin(record.partition(), record.offset(), line);
    }

    private static long number(byte[] digits) {
        String text = new String(digits, StandardCharsets.US_ASCII);
        boolean number = text.length() <= LINE_DIGITS_MAX && text.matches("[0-9]+");
        return number ? Long.parseLong(text) : 0;
    }

    /** Lines and places in partitions never have one reference. */
    EventRef ref() {
        return line > 0 ? EventRef.of(line) : new EventRef(1L + partition, offset);
    }

    static Origin of(EventRef ref) {
        return ref.high() == 0
                ? new Origin(0, 0, ref.low())
                : new Origin((int) (ref.high() - 1), ref.low(), 0);
    }

    void write(JsonGenerator out) throws IOException {
        if (line > 0) {
            out.writeNumberField("line", line);
        } else {
            out.writeNumberField("partition", partition);
            out.writeNumberField("offset", offset);
        }
    }

    /** Several events: their lines where all have one, otherwise where each stands in its topic. */
    static void write(JsonGenerator out, List<Origin> events) throws IOException {
        boolean lines = events.stream().allMatch(event -> event.line() > 0);
        out.writeArrayFieldStart(lines ? "lines" : "events");
        for (Origin event : events) {
            if (lines) {
                out.writeNumber(event.line());
            } else {
                out.writeStartObject();
                event.write(out);
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }
}
