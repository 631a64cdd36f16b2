package az.qalxan.engines.detection;

/** Takes the values of an event one by one. */
interface FieldSink {

    /**
     * One value.
     *
     * @param name holds the field's name from 0 until {@code nameEnd}; used again afterwards
     * @param kind what the value is
     * @param input the event's bytes; those of the value are from {@code from} until {@code until}
     * @param form of a text: how its bytes have to be read
     */
    void value(
            byte[] name,
            int nameEnd,
            ValueKind kind,
            byte[] input,
            int from,
            int until,
            TextForm form);
}
