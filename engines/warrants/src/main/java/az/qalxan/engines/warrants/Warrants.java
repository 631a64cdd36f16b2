package az.qalxan.engines.warrants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads and writes messages of ETSI TS 103 120. */
public final class Warrants {

    /** The edition of the standard. */
    public static final String VERSION = "V1.12.1";

    /** How large a message may be. */
    public static final int BYTES_MAX = XmlReading.BYTES_MAX;

    private Warrants() {}

    /** Reads a message, and tells everything that is wrong with it at once. */
    public static Reading read(byte[] bytes) {
        Findings findings = new Findings();
        Optional<Element> root = XmlReading.read(bytes, findings);
        root.ifPresent(element -> new StructureCheck(findings).message(element));
        if (root.isEmpty() || !findings.violations().isEmpty()) {
            return new Reading.Malformed(sorted(findings.violations()), findings.remarks());
        }
        new SenseCheck(findings).element(root.get());
        return new Reading.Understood(
                MessageReading.message(root.get()), sorted(findings.remarks()));
    }

    /** Reads a message and asks the standard's own schemas as well. */
    public static Reading read(byte[] bytes, SchemaCheck schemas) {
        Reading reading = read(bytes);
        if (bytes.length == 0 || bytes.length > BYTES_MAX || hasDocumentType(reading)) {
            return reading;
        }
        List<Finding> more = schemas.violations(bytes);
        if (more.isEmpty()) {
            return reading;
        }
        return switch (reading) {
            case Reading.Understood understood -> new Reading.Malformed(more, understood.remarks());
            case Reading.Malformed malformed -> {
                List<Finding> all = new ArrayList<>(malformed.violations());
                all.addAll(more);
                yield new Reading.Malformed(sorted(all), malformed.remarks());
            }
        };
    }

    /** Writes a message in UTF-8. */
    public static byte[] write(HiMessage message) {
        return XmlWriting.bytes(MessageWriting.element(message));
    }

    private static boolean hasDocumentType(Reading reading) {
        return reading instanceof Reading.Malformed malformed
                && malformed.violations().stream()
                        .anyMatch(finding -> finding.fault() == Fault.DOCUMENT_TYPE);
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(
                        Comparator.comparing((Finding finding) -> finding.place().line())
                                .thenComparing(finding -> finding.place().column()))
                .toList();
    }
}
