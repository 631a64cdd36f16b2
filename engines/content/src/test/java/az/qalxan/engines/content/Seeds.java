package az.qalxan.engines.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A small file of each kind that has a reader. */
final class Seeds {

    private Seeds() {}

    static Map<String, byte[]> all(Path folder) throws IOException, SQLException {
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("mail.eml", Samples.mail());
        seeds.put("box.mbox", Samples.text("From a Tue\n" + Samples.MAIL + "\nFrom b\n\nx"));
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.txt", Samples.text("salam"));
        members.put("b.eml", Samples.mail());
        seeds.put("a.zip", Samples.zip(members));
        seeds.put("a.tar", tar());
        seeds.put("a.7z", sevenZip());
        seeds.put("a.txt.gz", Samples.gzip(Samples.text("salam")));
        seeds.put("a.txt.xz", xz());
        seeds.put("a.png", Samples.png(40, 30));
        seeds.put("a.jpg", Samples.photograph());
        seeds.put("a.pdf", pdf());
        seeds.put("a.xls", sheet());
        seeds.put("a.msg", outlook());
        seeds.put("a.html", Samples.text("<p>a &amp; <a href='http://x.example/'>b</a>"));
        seeds.put("a.rtf", Samples.text("{\\rtf1\\ansi{\\fonttbl x}Salam\\par \\u252?\\'fe}"));
        seeds.put(
                "History",
                Samples.database(
                        folder,
                        "create table urls(id INTEGER PRIMARY KEY, url TEXT, title TEXT)",
                        "create table visits(id INTEGER PRIMARY KEY, url INTEGER,"
                                + " visit_time INTEGER)",
                        "insert into urls values (1, 'http://a.example/', 'A')",
                        "insert into visits values (1, 1, 13417603200000000)"));
        return seeds;
    }

    static byte[] tar() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            byte[] bytes = Samples.text("salam");
            TarArchiveEntry entry = new TarArchiveEntry("a/b.txt");
            entry.setSize(bytes.length);
            entry.setModTime(1_773_129_600_000L);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    static byte[] sevenZip() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("a.txt");
            archive.putArchiveEntry(entry);
            archive.write("salam dünya".getBytes(StandardCharsets.UTF_8));
            archive.closeArchiveEntry();
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    static byte[] xz() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XZCompressorOutputStream xz = new XZCompressorOutputStream(out)) {
            xz.write(Samples.text("salam"));
        }
        return out.toByteArray();
    }

    static byte[] pdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                pen.newLineAtOffset(50, 700);
                pen.showText("Salam 050 555 01 27");
                pen.endText();
            }
            document.getDocumentInformation().setAuthor("Aysel");
            document.save(out);
        }
        return out.toByteArray();
    }

    static byte[] sheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("s").createRow(0).createCell(0).setCellValue("Salam");
            book.createInformationProperties();
            book.getSummaryInformation().setAuthor("Aysel");
            book.write(out);
        }
        return out.toByteArray();
    }

    /** A message as Outlook lays it out, with one attachment. */
    static byte[] outlook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            DirectoryEntry root = files.getRoot();
            stream(root, "__properties_version1.0", new byte[32]);
            stream(root, "__substg1.0_0037001F", wide("Hesabınız bloklanıb"));
            stream(root, "__substg1.0_1000001F", wide("Zəng edin: 050 555 01 27"));
            stream(
                    root,
                    "__substg1.0_007D001F",
                    wide(
                            "From: Bank <oxu@bank-tesdiq.example>\r\nTo: a@example.az\r\n"
                                    + "Subject: Hesab\r\n"
                                    + "Date: Tue, 10 Mar 2026 12:00:00 +0400\r\n"));
            DirectoryEntry attached = root.createDirectory("__attach_version1.0_#00000000");
            stream(attached, "__properties_version1.0", new byte[8]);
            stream(attached, "__substg1.0_3707001F", wide("qəbz.txt"));
            stream(attached, "__substg1.0_37010102", Samples.text("Qəbz: 150 AZN"));
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static void stream(DirectoryEntry in, String name, byte[] bytes) throws IOException {
        in.createDocument(name, new ByteArrayInputStream(bytes));
    }

    /** A few bytes changed, a stretch taken out or doubled, or the end cut off. */
    static byte[] damaged(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && broken.length > 1; i++) {
            int at = random.nextInt(broken.length);
            switch (random.nextInt(8)) {
                case 0 -> broken = Arrays.copyOf(broken, at);
                case 1 -> {
                    int end = Math.min(broken.length, at + random.nextInt(64));
                    byte[] less = new byte[broken.length - (end - at)];
                    System.arraycopy(broken, 0, less, 0, at);
                    System.arraycopy(broken, end, less, at, broken.length - end);
                    broken = less;
                }
                case 2 -> broken[at] = (byte) 0xff;
                case 3 -> broken[at] = 0;
                default -> broken[at] = (byte) random.nextInt(256);
            }
        }
        return broken;
    }
}
