package az.qalxan.engines.warrants;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** The standard's own schemas, from a folder that the operator of the platform keeps. */
public final class SchemaCheck {

    private static final int SCHEMA_BYTES_MAX = 4 * 1024 * 1024;
    private static final int SCHEMAS_MAX = 100;

    /** Stands in for the schema of XML signatures where the folder has none. */
    private static final String SIGNATURE =
            "<schema xmlns='http://www.w3.org/2001/XMLSchema' targetNamespace='"
                    + Namespaces.SIGNATURE
                    + "'><element name='Signature'/></schema>";

    private static final List<String> ORDER =
            List.of("xmldsig", "103_?280", "103_?120_common", "103_?120_core", "");

    private final Schema schema;

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads all schemas of a folder, also those inside zip files there.
     *
     * @throws IOException if one cannot be read or is no schema
     */
    public static SchemaCheck of(Path folder) throws IOException {
        Map<String, byte[]> files = files(folder);
        if (files.keySet().stream().noneMatch(name -> name.contains("xmldsig"))) {
            files.put("xmldsig", SIGNATURE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        List<Source> sources = new ArrayList<>();
        for (String wanted : ORDER) {
            for (Map.Entry<String, byte[]> file : List.copyOf(files.entrySet())) {
                if (file.getKey().matches("(?i).*" + wanted + ".*")) {
                    sources.add(source(file.getKey(), file.getValue()));
                    files.remove(file.getKey());
                }
            }
        }
        try {
            return new SchemaCheck(factory().newSchema(sources.toArray(Source[]::new)));
        } catch (SAXException e) {
            throw new IOException("the schemas in " + folder + " do not fit together", e);
        }
    }

    private static SchemaFactory factory() throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // The schema of XML signatures has a document type of its own; nothing outside is read.
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> new NoInput());
        return factory;
    }

    private static Source source(String name, byte[] bytes) {
        return new StreamSource(new ByteArrayInputStream(bytes), name);
    }

    /** Files by name, so that the order never depends on the file system. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> all = Files.list(folder)) {
            paths = all.filter(Files::isRegularFile).limit(SCHEMAS_MAX).sorted().toList();
        }
        for (Path path : paths) {
            String name = path.getFileName().toString();
            if (name.endsWith(".xsd") && !name.contains("Dictionaries")) {
                try (InputStream in = Files.newInputStream(path)) {
                    found.put(name, in.readNBytes(SCHEMA_BYTES_MAX));
                }
            } else if (name.endsWith(".zip") && !name.startsWith("dictionaries")) {
                unpack(path, found);
            }
        }
        return found;
    }

    private static void unpack(Path zip, Map<String, byte[]> found) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            ZipEntry entry = in.getNextEntry();
            while (entry != null && found.size() < SCHEMAS_MAX) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (name.endsWith(".xsd")) {
                    found.put(name, in.readNBytes(SCHEMA_BYTES_MAX));
                }
                entry = in.getNextEntry();
            }
        }
    }

    /** Everything that the schemas refuse. */
    List<Finding> violations(byte[] bytes) {
        Findings findings = new Findings();
        try {
            ValidatorHandler validator = schema.newValidatorHandler();
            Judging judging = new Judging(validator, findings);
            validator.setErrorHandler(judging);
            SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            reader.setContentHandler(judging);
            reader.setErrorHandler(judging);
            reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            if (findings.violations().isEmpty()) {
                findings.violation(
                        Fault.SCHEMA, new Place(1, 1, null, ""), String.valueOf(e.getMessage()));
            }
        }
        return findings.violations();
    }

    /**
     * Hands a message to the validator, and keeps what that tells instead of stopping at the first:
     * each with the element at which it stopped, because the validator knows lines alone.
     */
    private static final class Judging extends XMLFilterImpl implements ErrorHandler {

        private final Findings findings;
        private final Deque<Open> open = new ArrayDeque<>();

        /** An element that has not ended, and how often each name came in it. */
        private record Open(Place place, Map<String, Integer> counts) {}

        Judging(ContentHandler validator, Findings findings) {
            this.findings = findings;
            setContentHandler(validator);
        }

        @Override
        public void startElement(String uri, String name, String prefixed, Attributes attributes)
                throws SAXException {
            @Nullable Open parent = open.peek();
            int count = parent == null ? 1 : parent.counts().merge(name, 1, Integer::sum);
            open.push(
                    new Open(
                            new Place(
                                    1,
                                    1,
                                    parent == null ? null : parent.place(),
                                    count > 1 ? name + "[" + count + "]" : name),
                            new HashMap<>()));
            super.startElement(uri, name, prefixed, attributes);
        }

        @Override
        public void endElement(String uri, String name, String prefixed) throws SAXException {
            super.endElement(uri, name, prefixed);
            open.pop();
        }

        @Override
        public void warning(SAXParseException told) {
            error(told);
        }

        @Override
        public void error(SAXParseException told) {
            @Nullable Open inside = open.peek();
            findings.violation(
                    Fault.SCHEMA,
                    new Place(
                            Math.max(1, told.getLineNumber()),
                            Math.max(1, told.getColumnNumber()),
                            inside == null ? null : inside.place().parent(),
                            inside == null ? "" : inside.place().step()),
                    String.valueOf(told.getMessage()));
        }

        @Override
        public void fatalError(SAXParseException told) throws SAXException {
            error(told);
            throw told;
        }
    }
}
