package az.qalxan.reporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what a file is by its content alone, and refuses what is not on the list, what is two things
 * at once, and what would unpack without bound.
 */
final class FileSniffer {

    private static final List<String> MARKUP =
            List.of(
                    "<html",
                    "<script",
                    "<svg",
                    "<iframe",
                    "<!doctype",
                    "<?php",
                    "<?xml-stylesheet");
    private static final byte[] OUTLOOK_STREAM = "__substg1.0_".getBytes(StandardCharsets.UTF_16LE);

    /** Brands of the ISO base media file format (ISO/IEC 14496-12) by what they hold. */
    private static final Map<FileType, Set<String>> BRANDS =
            Map.of(
                    FileType.MP4,
                            Set.of(
                                    "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1",
                                    "M4V ", "MSNV", "dash"),
                    FileType.M4A, Set.of("M4A ", "M4B "),
                    FileType.HEIC, Set.of("heic", "heix", "heim", "hevc", "mif1", "msf1"));

    private static final byte[] FTYP = {'f', 't', 'y', 'p'};
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_COMMENT_BYTES_MAX = 65_535;

    private FileSniffer() {}

    /** What a look at the content gave. */
    sealed interface Sniffed {

        /** A file of a type that is taken. */
        record Known(FileType type) implements Sniffed {}

        /** Not taken; the message key's last part says why. */
        record Refused(String why) implements Sniffed {}
    }

    static Sniffed sniff(byte[] content) {
        if (content.length >= 12 && standsAt(content, FTYP, 4)) {
            return media(content);
        }
        String sniffed = detect(content);
        Optional<FileType> type =
                sniffed.equals("application/zip") || sniffed.equals("application/x-tika-ooxml")
                        ? Optional.empty()
                        : FileType.ofSniffed(sniffed);
        if (type.isEmpty() && startsAsZip(content)) {
            return ZipInspection.inspect(content);
        }
        return type.map(known -> checked(known, content))
                .orElseGet(() -> new Sniffed.Refused("type"));
    }

    private static Sniffed media(byte[] content) {
        String brand = new String(content, 8, 4, StandardCharsets.ISO_8859_1);
        return BRANDS.entrySet().stream()
                .filter(type -> type.getValue().contains(brand))
                .findFirst()
                .map(type -> checked(type.getKey(), content))
                .orElseGet(() -> new Sniffed.Refused("type"));
    }

    private static String detect(byte[] content) {
        try {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(content), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    private static Sniffed checked(FileType type, byte[] content) {
        if (!hasItsForm(type, content)) {
            return new Sniffed.Refused("type");
        }
        boolean twoThings =
                !type.mayCarryMarkup() && hasMarkup(content) || !type.isZip() && endsAsZip(content);
        return twoThings ? new Sniffed.Refused("two-types") : new Sniffed.Known(type);
    }

    private static boolean hasItsForm(FileType type, byte[] content) {
        return switch (type) {
            case PDF -> startsWith(content, "%PDF-");
            case TEXT -> isText(content);
            case OUTLOOK -> indexOf(content, OUTLOOK_STREAM, 0) >= 0;
            case PNG, JPEG, WEBP, HEIC, EMAIL, WORD, EXCEL, MP3, OGG, M4A, MP4 -> true;
        };
    }

    /** Text has a known encoding and no control characters but line ends and tabs. */
    private static boolean isText(byte[] content) {
        boolean marked = startsWith(content, "\u00fe\u00ff") || startsWith(content, "\u00ff\u00fe");
        Charset encoding = marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            String text = encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return !text.startsWith("#!")
                    && text.chars().noneMatch(c -> c < ' ' && "\n\r\t\f".indexOf(c) < 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean hasMarkup(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '<' && opensMarkup(content, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensMarkup(byte[] content, int start) {
        String here =
                new String(
                                content,
                                start,
                                Math.min(20, content.length - start),
                                StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        return MARKUP.stream().anyMatch(here::startsWith);
    }

    private static boolean startsAsZip(byte[] content) {
        return startsWith(content, "PK\u0003\u0004");
    }

    /** Whether a ZIP directory closes the file, as it does when an archive hangs on an image. */
    private static boolean endsAsZip(byte[] content) {
        int from = Math.max(0, content.length - ZIP_END_BYTES - ZIP_COMMENT_BYTES_MAX);
        for (int at = indexOf(content, ZIP_END, from);
                at >= 0 && at + ZIP_END_BYTES <= content.length;
                at = indexOf(content, ZIP_END, at + 1)) {
            int comment = content[at + 20] & 0xff | (content[at + 21] & 0xff) << 8;
            if (at + ZIP_END_BYTES + comment == content.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] content, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= wanted.length
                && ByteBuffer.wrap(content, 0, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    private static int indexOf(byte[] content, byte[] wanted, int from) {
        for (int i = from; i + wanted.length <= content.length; i++) {
            if (standsAt(content, wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean standsAt(byte[] content, byte[] wanted, int at) {
        int end = at + wanted.length;
        return end <= content.length && Arrays.equals(content, at, end, wanted, 0, wanted.length);
    }
}
