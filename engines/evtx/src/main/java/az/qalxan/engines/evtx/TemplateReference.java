package az.qalxan.engines.evtx;

import static az.qalxan.engines.evtx.LittleEndian.i32;
import static az.qalxan.engines.evtx.LittleEndian.u32;

/**
 * The beginning of an instance of a template.
 *
 * @param number the template's number, the beginning of its GUID
 * @param definition where in the chunk the template is defined
 * @param values where the instance's values begin
 */
record TemplateReference(int number, int definition, int values) {

    static final int TOKEN = 0x0c;

    private static final int BYTES = 10;

    /** Of a definition: the next one, its GUID, its length. */
    static final int DEFINITION_HEADER_BYTES = 24;

    static TemplateReference at(byte[] bytes, int from, int end) throws Flaw {
        if (end - from < BYTES) {
            throw new Flaw("an instance of a template is cut off", from);
        }
        long definition = u32(bytes, from + 6);
        if (definition == 0 || definition > bytes.length - DEFINITION_HEADER_BYTES) {
            throw new Flaw("a template lies outside of its chunk", from);
        }
        int after = from + BYTES;
        if (definition == after) {
            long length = u32(bytes, after + DEFINITION_HEADER_BYTES - 4);
            if (length > end - after - DEFINITION_HEADER_BYTES) {
                throw new Flaw("a template goes beyond its record", after);
            }
            after += DEFINITION_HEADER_BYTES + (int) length;
        }
        return new TemplateReference(i32(bytes, from + 2), (int) definition, after);
    }
}
