package az.qalxan.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as honest people and others send them. */
public final class HostileFiles {

    private static final String TYPES = "[Content_Types].xml";

    private HostileFiles() {}

    public static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] pdf() {
        return bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n");
    }

    public static byte[] png() {
        return bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001\b\u0006\0\0\0");
    }

    public static byte[] jpeg() {
        return bytes("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\u0001\u0001\0\0H\0H\0\0\u00ff\u00d9");
    }

    /** A Word document with these further entries. */
    public static byte[] word(String... entries) {
        return zip(zip -> {
            entry(zip, TYPES, bytes("<Types/>"));
            entry(zip, "word/document.xml", bytes("<w:document/>"));
            for (String name : entries) {
                entry(zip, name, bytes("x"));
            }
        });
    }

    /** A Word document that grows to two hundred megabytes. */
    public static byte[] bomb() {
        return zip(zip -> {
            entry(zip, TYPES, bytes("<Types/>"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        });
    }

    public static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private interface Filling {

        void fill(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Filling filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            filling.fill(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
