package org.gradus.chart.render;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes a drawing as a PDF of one page, letters as outlines, without a date and with an id that only depends on the metadata. */
final class PdfWriter {
    private PdfWriter() {}

    static byte[] write(Metadata metadata, Consumer<Graphics2D> drawing, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, width, height);
            drawing.accept(g2);
            g2.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g2.getXFormObject());
            }
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(metadata.title());
            information.setSubject(metadata.description());
            metadata.entries().forEach(information::setCustomMetadataValue);
            document.setDocumentId(0L); // else the time is the seed of the id
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("pdf: the chart could not be written to memory", e);
        }
        return bytes.toByteArray();
    }
}
