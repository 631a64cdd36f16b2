package az.qalxan.engines.content;

import java.io.IOException;

/**
 * The edge between our code and libraries that parse hostile bytes: whatever they throw means that
 * the part is damaged, never that reading ends. Memory that runs out is not caught: the process
 * ends, and whoever started it goes on without the part.
 */
final class PartEdge {

    private PartEdge() {}

    static void read(PartReader reader, Source source, PartDraft draft, Reading reading)
            throws SinkFailed {
        try {
            reader.read(source, draft, reading);
        } catch (SinkFailed e) {
            throw e;
        } catch (LimitReached e) {
            draft.flaw(e.flaw());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            draft.flaw(Flaw.DAMAGED);
        }
    }
}
