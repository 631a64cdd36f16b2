package az.qalxan.engines.content;

import az.qalxan.engines.evtx.EvtxReader;
import az.qalxan.engines.evtx.EvtxRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An event log of Windows: each record is a moment. */
final class EventLogReader implements PartReader {

    private static final String EVENT = "\"EventData\":";
    private static final String USER_EVENT = "\"UserData\":";
    private static final int JSON_MAX = 4_000;

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        int records = 0;
        try (EvtxReader log = EvtxReader.of(source.channel())) {
            while (log.next()) {
                records++;
                record(log.record(), draft, reading);
            }
            draft.field("log.records", String.valueOf(records));
            if (log.damageCount() > 0) {
                draft.field("log.damages", String.valueOf(log.damageCount()));
                draft.flaw(Flaw.DAMAGED);
            }
        }
    }

    private static void record(EvtxRecord record, PartDraft draft, Reading reading)
            throws IOException {
        String said = said(new String(record.json(), StandardCharsets.UTF_8));
        StringBuilder message = new StringBuilder(record.provider());
        record.eventId().ifPresent(id -> message.append(' ').append(id));
        if (!said.isEmpty()) {
            message.append(": ").append(said);
        }
        if (draft.textRoom() > 0) {
            draft.text(message);
        }
        Reading.Happening happening =
                new Reading.Happening(
                        MomentKind.RECORDED,
                        message.toString(),
                        record.user().orElse(""),
                        record.computer());
        reading.moment(draft, record.written(), happening, false);
    }

    /** What the event itself says, without the frame that every record has. */
    private static String said(String json) {
        int at = json.indexOf(EVENT);
        int start = at < 0 ? json.indexOf(USER_EVENT) + USER_EVENT.length() : at + EVENT.length();
        if (at < 0 && start < USER_EVENT.length()) {
            return "";
        }
        String said = json.substring(start, Math.min(json.length(), start + JSON_MAX));
        return said.replace("\\\\", "\\").replaceAll("[{}\"\\[\\]]+", " ").strip();
    }
}
