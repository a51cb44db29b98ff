package org.practiceplaybook.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where places stand is read of a PDF, and put at the links to them. */
class PdfPlacesTest {
    @Test
    void placesAreCountedInTheOrderOfThePages() {
        String pdf = """
                7 0 obj
                <</Type /Pages
                /Count 2
                /Kids [2 0 R 9 0 R]
                /Parent 12 0 R>>
                endobj
                8 0 obj
                <</Type /Pages
                /Count 1
                /Kids [4 0 R]
                /Parent 12 0 R>>
                endobj
                12 0 obj
                <</Type /Pages
                /Count 3
                /Kids [7 0 R 8 0 R]>>
                endobj
                13 0 obj
                <</contents [2 0 R /XYZ 0 792 0]
                /pages#2F#C3#BCber#2Duns:top [4 0 R /XYZ 0 779.25 0]
                /practices#2Flisten [9 0 R /XYZ 0 1 0]
                /gone [99 0 R /XYZ 0 1 0]>>
                endobj
                14 0 obj
                <</Title (Listen)
                /Dest [9 0 R /XYZ 0 1 0]>>
                endobj
                """;
        Map<String, Integer> places = PdfPlaces.of(pdf.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(places)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("contents", 1, "practices/listen", 2, "pages/über-uns:top", 3));
        String page =
                "<a class=\"x\" href=\"#pages/%C3%BCber-uns:top\">Us</a> <a href=\"#none\">No</a> <a href=\"x\">Y</a>";
        assertThat(Paper.numbered(page, places))
                .isEqualTo("<a class=\"x\" href=\"#pages/%C3%BCber-uns:top\" data-page=\"3\">Us</a>"
                        + " <a href=\"#none\">No</a> <a href=\"x\">Y</a>");
    }

    @Test
    void whatIsNoPdfHasNoPlaces() {
        assertThat(PdfPlaces.of(new byte[] {1, 2, 3})).isEmpty();
    }
}
