package az.qalxan.engines.content;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that tests make for themselves. */
final class Samples {

    static final String MAIL =
            """
            Return-Path: <oxu@bank-tesdiq.example>
            Received: from mx.example.az (mx.example.az [192.0.2.7])
            \tby store.example.az with ESMTPS id 77; Tue, 10 Mar 2026 12:00:07 +0400
            Received: from [198.51.100.23] (unknown [198.51.100.23])
            \tby mx.example.az (Postfix) with ESMTP id 42; Tue, 10 Mar 2026 11:59:58 +0400
            From: =?UTF-8?Q?Bank_t=C9=99hl=C3=BCk=C9=99sizliyi?= <oxu@bank-tesdiq.example>
            To: Ayten <ayten@example.az>
            Subject: =?UTF-8?B?SGVzYWLEsW7EsXogYmxva2xhbsSx?=
            Date: Tue, 10 Mar 2026 11:59:50 +0400
            Message-ID: <1@bank-tesdiq.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b1"

            --b1
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Z=C9=99ng edin: 050 555 01 27. IBAN AZ21NABZ00000000137010001944
            --b1
            Content-Type: text/html; charset=utf-8

            <p>Bax <a href="https://bank-tesdiq.example/giris?id=7">bank</a></p>
            --b1
            Content-Type: application/octet-stream; name="qeyd.txt"
            Content-Disposition: attachment; filename*=UTF-8''q%C9%99bz.txt
            Content-Transfer-Encoding: base64

            UcmZYno6IDE1MCBBWk4=
            --b1--
            """;

    private Samples() {}

    static byte[] mail() {
        return MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setTimeLocal(java.time.LocalDateTime.of(2026, 3, 10, 12, 30, 0));
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A database that SQLite itself wrote from these statements. */
    static byte[] database(Path folder, String... statements) throws IOException, SQLException {
        Path file = Files.createTempFile(folder, "store", ".db");
        Files.delete(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String one : statements) {
                statement.execute(one);
            }
            connection.commit();
        }
        return Files.readAllBytes(file);
    }

    static byte[] png(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            picture.setRGB(x, x * height / width, Color.ORANGE.getRGB());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    /** A PNG of one kilobyte that says it has so many pixels. */
    static byte[] pngBomb(int width, int height) throws IOException {
        byte[] png = png(8, 8);
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }

    /** A JPEG with what a camera writes: time with offset, place, model. */
    static byte[] photograph() throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", plain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] jpeg = plain.toByteArray();
        byte[] exif = Exif.block();
        out.write(jpeg, 0, 2);
        out.write(0xff);
        out.write(0xe1);
        out.write(exif.length + 2 >> 8);
        out.write(exif.length + 2);
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
            new ByteArrayInputStream(bytes).transferTo(gzip);
        }
        return out.toByteArray();
    }

    /** The time of Windows for an instant. */
    static long filetime(String instant) {
        java.time.Instant at = java.time.Instant.parse(instant);
        return (at.getEpochSecond() + 11_644_473_600L) * 10_000_000L + at.getNano() / 100;
    }
}
