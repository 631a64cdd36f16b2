package az.qalxan.engines.linking;

import java.util.Optional;

/** One way to read the beginning of a digit run as a phone number. */
record PhoneReading(String value, int lastGroup) {

    static Optional<PhoneReading> of(Optional<String> value, int lastGroup) {
        return value.map(number -> new PhoneReading(number, lastGroup));
    }
}
