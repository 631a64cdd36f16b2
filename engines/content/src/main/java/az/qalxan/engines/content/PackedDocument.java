package az.qalxan.engines.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Text, properties and pictures of a document that is a ZIP archive of XML. */
final class PackedDocument {

    private static final int ENTRIES_MAX = 5_000;
    private static final Pattern BODY =
            Pattern.compile(
                    "word/(document|header\\d*|footer\\d*|footnotes|endnotes|comments)\\.xml"
                            + "|xl/(sharedStrings|worksheets/sheet\\d+|comments\\d+)\\.xml"
                            + "|ppt/(slides/slide|notesSlides/notesSlide)\\d+\\.xml"
                            + "|content\\.xml|.*\\.x?html");
    private static final Pattern PICTURE =
            Pattern.compile("(?i)(word|xl|ppt)/(media|embeddings)/.*|Pictures/.*|Object .*");
    private static final Set<String> BREAKS =
            Set.of("p", "br", "tab", "row", "si", "h", "line-break", "table-row", "div", "li");
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final PartDraft draft;
    private final Reading reading;

    PackedDocument(ZipFile zip, PartDraft draft, Reading reading) {
        this.zip = zip;
        this.draft = draft;
        this.reading = reading;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    void read() throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > ENTRIES_MAX) {
            throw new LimitReached(Flaw.TOO_MANY);
        }
        entries.sort(
                Comparator.comparingInt((ZipArchiveEntry entry) -> entry.getName().length())
                        .thenComparing(ZipArchiveEntry::getName));
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            if (name.equals("docProps/core.xml") || name.equals("meta.xml")) {
                properties(bytes(entry));
            } else if (BODY.matcher(name).matches()) {
                body(bytes(entry));
            }
        }
        for (ZipArchiveEntry entry : entries) {
            if (!entry.isDirectory() && PICTURE.matcher(entry.getName()).matches()) {
                Members.give(
                        draft,
                        reading,
                        new Members.Member(
                                entry.getName(), entry.getSize(), entry.getCompressedSize()),
                        () -> zip.getInputStream(entry));
            }
        }
    }

    private byte[] bytes(ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return Source.drain(in, entry.getCompressedSize(), reading);
        }
    }

    private void body(byte[] xml) {
        StringBuilder text = new StringBuilder();
        try {
            XMLStreamReader reader = reader(xml);
            boolean index = false;
            while (reader.hasNext() && text.length() <= draft.textRoom()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    index |= isIndex(reader);
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(index ? "" : reader.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    String name = reader.getLocalName();
                    index &= !name.equals("c");
                    if (BREAKS.contains(name)) {
                        text.append('\n');
                    } else if (name.equals("c") || name.equals("table-cell")) {
                        text.append(' ');
                    }
                }
            }
        } catch (XMLStreamException e) {
            draft.flaw(Flaw.DAMAGED);
        }
        draft.text(text);
    }

    /** A cell of a sheet that only names its text by a number. */
    private static boolean isIndex(XMLStreamReader reader) {
        return reader.getLocalName().equals("c") && "s".equals(reader.getAttributeValue(null, "t"));
    }

    private void properties(byte[] xml) throws IOException {
        try {
            XMLStreamReader reader = reader(xml);
            String name = "";
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    name = reader.getLocalName();
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    property(name, reader.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    name = "";
                }
            }
        } catch (XMLStreamException e) {
            draft.flaw(Flaw.DAMAGED);
        }
    }

    private void property(String name, String value) throws IOException {
        switch (name) {
            case "title" -> draft.field("document.title", value);
            case "creator", "initial-creator" -> draft.field("document.author", value);
            case "lastModifiedBy" -> draft.field("document.changed-by", value);
            case "generator" -> draft.field("document.program", value);
            case "created", "creation-date" -> moment(value, MomentKind.CREATED);
            case "modified", "date" -> moment(value, MomentKind.MODIFIED);
            default -> {}
        }
    }

    private void moment(String value, MomentKind kind) throws IOException {
        String name = draft.place().name();
        try {
            reading.moment(draft, Instant.parse(value.strip()), kind, name);
        } catch (DateTimeParseException e) {
            try {
                reading.moment(draft, java.time.LocalDateTime.parse(value.strip()), kind, name);
            } catch (DateTimeParseException none) {
                draft.flaw(Flaw.DAMAGED);
            }
        }
    }

    private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        return XML.createXMLStreamReader(
                new StringReader(new String(xml, StandardCharsets.UTF_8).replace("\ufeff", "")));
    }
}
