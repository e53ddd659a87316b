package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeFormat;
import com.crewyard.recruiting.parsing.ResumeText;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads word processors' formats and HTML through Tika's parsers, chosen by us: nothing is detected again, nothing
 * embedded is opened, no macro is read, nothing is fetched.
 */
final class TikaText {

    private TikaText() {}

    static Extraction of(ResumeFormat format, byte[] bytes) throws IOException {
        if (format == ResumeFormat.DOCX || format == ResumeFormat.ODT) {
            ZipGuard.check(bytes);
            ZipSecureFile.setMaxEntrySize(ZipGuard.MAX_EXPANDED_BYTES);
        }
        BlockHandler blocks = new BlockHandler();
        try (TikaInputStream stream = TikaInputStream.get(bytes)) {
            if (format == ResumeFormat.HTML) {
                new JSoupParser().parseString(HtmlCharset.decode(bytes), blocks, new Metadata(), context());
            } else {
                parser(format).parse(stream, blocks, new Metadata(), context());
            }
        } catch (EncryptedDocumentException e) {
            return new Extraction.Nothing("This document is protected by a password");
        } catch (SAXException | TikaException e) {
            if (blocks.lines().isEmpty()) {
                throw new IOException("Not a readable %s document".formatted(format), e);
            }
        }
        TextAssembler assembler = new TextAssembler();
        assembler.page(0, 0, blocks.lines());
        if (blocks.isFull() && !assembler.isFull()) {
            assembler.note("Only the first %d characters were read".formatted(ResumeText.MAX_CHARACTERS));
        }
        return new Extraction.Text(assembler.finish());
    }

    private static Parser parser(ResumeFormat format) {
        return switch (format) {
            case DOCX -> new OOXMLParser();
            case DOC -> new OfficeParser();
            case ODT -> new OpenDocumentParser();
            case RTF -> new RTFParser();
            case HTML, PDF, TXT -> throw new IllegalArgumentException("%s is not read through Tika".formatted(format));
        };
    }

    private static ParseContext context() {
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setExtractMacros(false);
        office.setIncludeDeletedContent(false);
        office.setIncludeHeadersAndFooters(true);
        office.setIncludeShapeBasedContent(true);
        office.setConcatenatePhoneticRuns(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        // The default mapper drops div, in which half the web writes its lines; what must be silent we silence.
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
