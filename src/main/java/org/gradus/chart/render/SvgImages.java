package org.gradus.chart.render;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.ImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/** Puts images into an SVG as PNG within the text; Batik would need a further library for that. */
final class SvgImages implements ImageHandler {
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    @Override
    public void handleImage(Image image, Element element, SVGGeneratorContext context) {
        handleImage((RenderedImage) (BufferedImage) image, element, context); // we draw no others
    }

    @Override
    public void handleImage(RenderedImage image, Element element, SVGGeneratorContext context) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("svg: an image could not be written to memory", e);
        }
        String text = Base64.getEncoder().encodeToString(png.toByteArray());
        element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + text);
        element.setAttribute("style", "image-rendering:pixelated"); // cells have edges
    }

    @Override
    public void handleImage(RenderableImage image, Element element, SVGGeneratorContext context) {
        handleImage(image.createDefaultRendering(), element, context);
    }
}
