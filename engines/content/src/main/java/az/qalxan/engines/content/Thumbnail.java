package az.qalxan.engines.content;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A small JPEG of a picture, decoded no larger than it needs to be. */
final class Thumbnail {

    private static final int EDGE = 240;
    private static final int PICTURE_BYTES_MAX = 64 << 20;
    private static final long PIXELS_MAX = 300_000_000L;

    private Thumbnail() {}

    /** The small picture; empty where Java has no decoder for it. */
    static Optional<byte[]> of(Source source, PartDraft draft) throws IOException {
        ImageIO.setUseCache(false);
        if (source.size() > PICTURE_BYTES_MAX) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(source.stream())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return small(reader, draft);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<byte[]> small(ImageReader reader, PartDraft draft) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        draft.field("picture.size", width + " × " + height);
        if (width <= 0 || height <= 0 || (long) width * height > PIXELS_MAX) {
            return Optional.empty();
        }
        int step = Math.max(1, Math.max(width, height) / (EDGE * 2));
        ImageReadParam less = reader.getDefaultReadParam();
        less.setSourceSubsampling(step, step, 0, 0);
        BufferedImage picture = reader.read(0, less);
        return Optional.of(jpeg(picture));
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        double scale =
                Math.min(1.0, (double) EDGE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", out);
        return out.toByteArray();
    }
}
