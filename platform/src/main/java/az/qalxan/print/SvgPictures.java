package az.qalxan.print;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Puts our own SVG pictures into a print; they say their size in {@code viewBox}. */
final class SvgPictures implements SVGDrawer {

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
        // Words in pictures use the print's own font.
    }

    @Override
    public void addFontFile(
            File file, String family, @Nullable Integer weight, @Nullable FontStyle style) {
        // Words in pictures use the print's own font.
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double width, double height, double dots) {
        return new Picture(svg, width, height, dots);
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    /** A picture of that width and height in the layout's dots; a negative one is not given. */
    private static final class Picture implements SVGImage {

        private static final int BOX_NUMBERS = 4;

        private final Element svg;
        private final double width;
        private final double height;
        private final double dots;
        private final double boxWidth;
        private final double boxHeight;

        Picture(Element svg, double width, double height, double dots) {
            this.svg = svg;
            this.dots = dots;
            String[] box = svg.getAttribute("viewBox").split(" ", -1);
            if (box.length != BOX_NUMBERS) {
                throw new IllegalArgumentException("a picture without a viewBox");
            }
            this.boxWidth = Double.parseDouble(box[2]);
            this.boxHeight = Double.parseDouble(box[3]);
            this.width = width >= 0 ? width : boxWidth * dots;
            this.height = height >= 0 ? height : this.width * boxHeight / boxWidth;
        }

        @Override
        public int getIntrinsicWidth() {
            return (int) width;
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) height;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            double w = width / dots;
            double h = height / dots;
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) w,
                    (float) h,
                    graphics -> {
                        double scale = Math.min(w / boxWidth, h / boxHeight);
                        graphics.scale(scale, scale);
                        new SvgDrawing(graphics).drawInside(svg);
                    });
        }
    }
}
