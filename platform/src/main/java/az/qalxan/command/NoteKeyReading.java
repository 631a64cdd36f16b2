package az.qalxan.command;

import az.qalxan.engines.ledger.NoteKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the key of a signed note from the command line. */
final class NoteKeyReading implements ITypeConverter<NoteKey> {

    NoteKeyReading() {}

    @Override
    public NoteKey convert(String text) {
        return NoteKey.parse(text)
                .orElseThrow(() ->
                        new TypeConversionException(
                                text
                                        + " is no key of a note; wanted: name+8 hex"
                                        + " digits+base64"));
    }
}
