package az.qalxan.engines.detection;

import az.qalxan.engines.detection.SigmaText.Part;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The texts that a modifier makes of one. */
final class ValueVariants {

    /** More variants than this of one value are refused: five dashes make 3,125. */
    static final int VARIANTS_MAX = 3_125;

    private static final String DASHES = "-/\u2013\u2014\u2015";

    private ValueVariants() {}

    /**
     * The text with every dash or slash that opens a word as each of the five dashes (Sigma 2.1.0,
     * {@code windash}); empty where there would be too many.
     */
    static List<SigmaText> windash(SigmaText text) {
        List<SigmaText> variants = new ArrayList<>(List.of(new SigmaText(List.of())));
        char before = ' ';
        for (Part part : text.parts()) {
            if (!(part instanceof Part.Plain plain)) {
                variants.replaceAll(one -> with(one, part));
                before = '*';
                continue;
            }
            StringBuilder run = new StringBuilder();
            for (int i = 0; i < plain.text().length(); i++) {
                char c = plain.text().charAt(i);
                boolean opens =
                        (c == '-' || c == '/')
                                && !isWord(before)
                                && i + 1 < plain.text().length()
                                && isWord(plain.text().charAt(i + 1));
                if (opens) {
                    String past = run.toString();
                    run.setLength(0);
                    variants = dashed(variants, past);
                    if (variants.isEmpty()) {
                        return variants;
                    }
                } else {
                    run.append(c);
                }
                before = c;
            }
            String rest = run.toString();
            variants.replaceAll(one -> with(one, new Part.Plain(rest)));
        }
        variants.replaceAll(ValueVariants::joined);
        return variants;
    }

    private static List<SigmaText> dashed(List<SigmaText> variants, String past) {
        if (variants.size() * DASHES.length() > VARIANTS_MAX) {
            return List.of();
        }
        List<SigmaText> more = new ArrayList<>();
        for (SigmaText one : variants) {
            for (char dash : DASHES.toCharArray()) {
                more.add(with(one, new Part.Plain(past + dash)));
            }
        }
        return more;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static SigmaText with(SigmaText text, Part part) {
        List<Part> parts = new ArrayList<>(text.parts());
        parts.add(part);
        return new SigmaText(parts);
    }

    /** Neighbouring plain runs as one. */
    private static SigmaText joined(SigmaText text) {
        List<Part> parts = new ArrayList<>();
        for (Part part : text.parts()) {
            boolean plain = part instanceof Part.Plain;
            if (plain && !parts.isEmpty() && parts.getLast() instanceof Part.Plain last) {
                String both = last.text() + ((Part.Plain) part).text();
                parts.set(parts.size() - 1, new Part.Plain(both));
            } else if (!plain || !((Part.Plain) part).text().isEmpty()) {
                parts.add(part);
            }
        }
        return new SigmaText(parts);
    }

    static byte[] encoded(String text, Modifier encoding) {
        Charset charset =
                switch (encoding) {
                    case UTF16BE -> StandardCharsets.UTF_16BE;
                    case UTF16LE, UTF16 -> StandardCharsets.UTF_16LE;
                    default -> StandardCharsets.UTF_8;
                };
        byte[] bytes = text.getBytes(charset);
        if (encoding != Modifier.UTF16) {
            return bytes;
        }
        byte[] marked = new byte[bytes.length + 2];
        marked[0] = (byte) 0xff;
        marked[1] = (byte) 0xfe;
        System.arraycopy(bytes, 0, marked, 2, bytes.length);
        return marked;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * What of the encoded text does not depend on what stands around it, for each of the three
     * places it can have in it (Sigma 2.1.0, {@code base64offset}).
     */
    static List<String> base64Offsets(byte[] bytes) {
        List<String> variants = new ArrayList<>(3);
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            Arrays.fill(shifted, 0, offset, (byte) ' ');
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String text = base64(shifted);
            int from = new int[] {0, 2, 3}[offset];
            int cut = new int[] {0, 3, 2}[shifted.length % 3];
            variants.add(text.substring(from, Math.max(from, text.length() - cut)));
        }
        return variants;
    }

    /** Bytes as text, one unit a byte: how encoded text stands in an event that is read as text. */
    static String asText(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
