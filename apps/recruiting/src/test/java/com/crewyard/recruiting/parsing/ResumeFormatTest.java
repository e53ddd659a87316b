package com.crewyard.recruiting.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Recognised;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeFormatTest {

    @Test
    void recognisesEveryFormatByItsContent() {
        SampleResume resume = SampleResume.of(1);
        assertThat(ResumeFormat.detect(SampleFiles.pdf(resume, 0))).isEqualTo(new Recognised(ResumeFormat.PDF));
        assertThat(ResumeFormat.detect(SampleFiles.docx(resume))).isEqualTo(new Recognised(ResumeFormat.DOCX));
        assertThat(ResumeFormat.detect(SampleFiles.odt(resume))).isEqualTo(new Recognised(ResumeFormat.ODT));
        assertThat(ResumeFormat.detect(SampleFiles.rtf(resume))).isEqualTo(new Recognised(ResumeFormat.RTF));
        assertThat(ResumeFormat.detect(SampleFiles.html(resume))).isEqualTo(new Recognised(ResumeFormat.HTML));
        assertThat(ResumeFormat.detect(SampleFiles.bytes(SampleFiles.txt(resume))))
                .isEqualTo(new Recognised(ResumeFormat.TXT));
    }

    @Test
    void recognisesOldWordByTheStreamInItsDirectory() {
        assertThat(ResumeFormat.detect(ole("WordDocument"))).isEqualTo(new Recognised(ResumeFormat.DOC));
        assertThat(ResumeFormat.detect(ole("Workbook"))).isEqualTo(new Refused("an Excel workbook"));
    }

    @Test
    void recognisesTextInUtf16AndLatin1() {
        assertThat(ResumeFormat.detect("Zoë Müller, Köln".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new Recognised(ResumeFormat.TXT));
        assertThat(ResumeFormat.detect("Zoë Müller, Köln".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Recognised(ResumeFormat.TXT));
    }

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A, a PNG image",
        "FFD8FFE000104A46, a JPEG image",
        "4D5A900003000000, a Windows program",
        "7F454C4602010100, a Linux program",
        "526172211A070000, a RAR archive",
        "1F8B080000000000, a gzip archive"
    })
    void refusesWhatIsNoDocumentAndNamesIt(String hex, String looksLike) {
        assertThat(ResumeFormat.detect(java.util.HexFormat.of().parseHex(hex))).isEqualTo(new Refused(looksLike));
    }

    @Test
    void refusesEmptyFilesAndBlanks() {
        assertThat(ResumeFormat.detect(new byte[0])).isEqualTo(new Refused("an empty file"));
        assertThat(ResumeFormat.detect(SampleFiles.bytes(" \n\t "))).isEqualTo(new Refused("a file of blanks"));
    }

    @Test
    void refusesZipsThatAreNoDocument() {
        byte[] zip = SampleFiles.zip(Map.of("photo.jpg", new byte[100]));
        assertThat(ResumeFormat.detect(zip)).isEqualTo(new Refused("a zip archive"));
        byte[] workbook = SampleFiles.zip(Map.of("xl/workbook.xml", new byte[100]));
        assertThat(ResumeFormat.detect(workbook)).isEqualTo(new Refused("an Excel workbook"));
    }

    @Test
    void saysWhatToSendInstead() {
        assertThat(new Refused("a PNG image").sentence())
                .isEqualTo(
                        "This looks like a PNG image; send a PDF, Word (DOCX, DOC), OpenDocument, RTF, HTML or text file");
    }

    private static byte[] ole(String stream) {
        byte[] bytes = new byte[1024];
        byte[] signature = java.util.HexFormat.of().parseHex("D0CF11E0A1B11AE1");
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(signature, 0, bytes, 0, signature.length);
        System.arraycopy(name, 0, bytes, 512, name.length);
        return bytes;
    }
}
