package az.qalxan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are what their content says, and hostile ones are refused with the right words. */
class FileScreeningTest {

    @Test
    void honestFilesPass() {
        assertThat(type("qəbz.pdf", HostileFiles.pdf())).isEqualTo(FileType.PDF);
        assertThat(type("ekran.png", HostileFiles.png())).isEqualTo(FileType.PNG);
        assertThat(type("foto.jpg", HostileFiles.jpeg())).isEqualTo(FileType.JPEG);
        assertThat(type("foto.heic", HostileFiles.bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")))
                .isEqualTo(FileType.HEIC);
        assertThat(type("foto.webp", HostileFiles.bytes("RIFF\u001a\0\0\0WEBPVP8L\r\0\0\0")))
                .isEqualTo(FileType.WEBP);
        assertThat(type("video.mp4", HostileFiles.bytes("\0\0\0\u0018ftypisom\0\0\0\0isommp41")))
                .isEqualTo(FileType.MP4);
        assertThat(type("səs.m4a", HostileFiles.bytes("\0\0\0\u0018ftypM4A \0\0\0\0M4A mp42")))
                .isEqualTo(FileType.M4A);
        assertThat(type("səs.mp3", HostileFiles.bytes("ID3\u0004\0\0\0\0\0\0\u00ff\u00fb\u0090")))
                .isEqualTo(FileType.MP3);
        assertThat(type("səs.ogg", HostileFiles.bytes("OggS\0\u0002\0\0\0\0\0\0\0\0OpusHead")))
                .isEqualTo(FileType.OGG);
        assertThat(type("mesaj.txt", "Şəxs kodu dedi\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.TEXT);
        assertThat(
                        type(
                                "mektub.eml",
                                HostileFiles.bytes(
                                        "Received: from a.example\r\nFrom: a@b.example\r\n"
                                                + "Subject: x\r\n\r\n<html><script>")))
                .isEqualTo(FileType.EMAIL);
        assertThat(type("ərizə.docx", HostileFiles.word())).isEqualTo(FileType.WORD);
    }

    @ParameterizedTest
    @CsvSource({
        "qəbz.pdf, %PDF-1.7 <script>alert(1)</script>, two-types",
        "səhifə.html, <html><body>x</body></html>, runnable",
        "səhifə.txt, <html><body>x</body></html>, type",
        "şəkil.png, <svg xmlns='http://www.w3.org/2000/svg' onload='x'/>, type",
        "qəbz.pdf, MZ\u0090\u0001\u0003, type",
        "skript.txt, '#!/bin/sh\nrm -rf /', type",
        "qəbz.pdf.exe, %PDF-1.7, runnable",
        "boş.pdf, '', empty",
    })
    void hostileTextIsRefused(String name, String content, String why) {
        assertThat(why(name, HostileFiles.bytes(content))).isEqualTo("file.wrong." + why);
    }

    @Test
    void anArchiveBehindAnImageIsRefused() {
        byte[] both = HostileFiles.joined(HostileFiles.jpeg(), HostileFiles.word("x.txt"));
        assertThat(why("foto.jpg", both)).isEqualTo("file.wrong.two-types");
    }

    @Test
    void zipBombsAreRefusedWithoutBeingUnpacked() {
        byte[] bomb = HostileFiles.bomb();
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(why("ərizə.docx", bomb)).isEqualTo("file.wrong.bomb");
    }

    @Test
    void documentsWithProgramsOrEscapingPathsAreRefused() {
        assertThat(why("a.docx", HostileFiles.word("word/vbaProject.bin")))
                .isEqualTo("file.wrong.macros");
        assertThat(why("a.docx", HostileFiles.word("word/run.exe"))).isEqualTo("file.wrong.macros");
        assertThat(why("a.docx", HostileFiles.word("../../etc/passwd")))
                .isEqualTo("file.wrong.container");
        byte[] half = HostileFiles.word();
        assertThat(why("a.docx", Arrays.copyOf(half, half.length / 2)))
                .isEqualTo("file.wrong.broken");
    }

    @Test
    void elevenMegabytesAreTooMany() {
        byte[] large = Arrays.copyOf(HostileFiles.pdf(), 11 << 20);
        assertThat(why("böyük.pdf", large)).isEqualTo("file.wrong.large");
    }

    @Test
    void namesAreCleanedAndEndAsTheContentSays() {
        assertThat(name("../../etc/şəkil.jpg", HostileFiles.png())).isEqualTo("şəkil.jpg.png");
        assertThat(name("C:\\Users\\a\\qəbz.PDF", HostileFiles.pdf())).isEqualTo("qəbz.pdf");
        assertThat(name("foto\u202egpj.\u200bpdf", HostileFiles.pdf())).isEqualTo("fotogpj.pdf");
        assertThat(name("", HostileFiles.pdf())).isEqualTo("fayl.pdf");
        assertThat(name("a\"<b>|\r\n.pdf", HostileFiles.pdf())).isEqualTo("a__b__.pdf");
        assertThat(name("x".repeat(4000) + ".pdf", HostileFiles.pdf()))
                .hasSize(FileName.CHARS_MAX)
                .endsWith(".pdf");
    }

    private static FileType type(String name, byte[] content) {
        return fine(name, content).type();
    }

    private static String name(String name, byte[] content) {
        return fine(name, content).name();
    }

    private static ScreenedFile fine(String name, byte[] content) {
        return switch (FileScreening.screen(new Attachments.Upload(name, content))) {
            case FileScreening.Result.Fine(var file) -> file;
            case FileScreening.Result.Wrong(var violation) -> throw new AssertionError(violation);
        };
    }

    private static String why(String name, byte[] content) {
        return switch (FileScreening.screen(new Attachments.Upload(name, content))) {
            case FileScreening.Result.Fine(var file) ->
                    throw new AssertionError(name + " passed as " + file.type());
            case FileScreening.Result.Wrong(var violation) -> violation.key();
        };
    }
}
