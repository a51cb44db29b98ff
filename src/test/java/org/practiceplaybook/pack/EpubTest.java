package org.practiceplaybook.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;

/** A book that every reader of books can read: EPUBCheck finds neither an error nor a warning. */
class EpubTest {
    @TempDir
    Path temp;

    private static byte[] book(SiteFiles site, int edition) throws IOException {
        return Packed.bytes(site, new Epub(site.editions().get(edition), site.editions()));
    }

    private Map<String, byte[]> files() throws IOException {
        return Packed.unzipped(book(Packed.site(temp.resolve("content")), 0));
    }

    private static Document xml(Map<String, byte[]> files, String path) {
        assertThat(files).containsKey(path);
        return Jsoup.parse(Packed.text(files.get(path)), "", Parser.xmlParser());
    }

    private static void check(byte[] book) {
        StringWriter told = new StringWriter();
        int result = new EpubCheck(new ByteArrayInputStream(book), new Told(new PrintWriter(told)), "book.epub")
                .doValidate();
        assertThat(told.toString()).isEmpty();
        assertThat(result).isZero();
    }

    @Test
    void theStarterContentIsAValidBook() throws IOException {
        check(book(new PlaybookFolder(Path.of("content")).files(), 0));
    }

    @Test
    void whatIsHardToWriteIsAValidBookInEachLanguage() throws IOException {
        SiteFiles site = Packed.site(temp.resolve("content"));
        check(book(site, 0));
        check(book(site, 1));
    }

    @Test
    void aPlaybookOfNextToNothingIsAValidBook() throws IOException {
        check(book(
                new PlaybookFolder(temp.resolve("bare"))
                        .with("pages/a.md", "# A", "", "Words.")
                        .files(),
                0));
    }

    /** Browsers look into a picture, readers of books believe its name. */
    @Test
    void aPictureWithAWrongEndIsCalledInTheBookWhatItIs() throws IOException {
        PlaybookFolder folder =
                new PlaybookFolder(temp.resolve("wrong")).with("pages/a.md", "# A", "", "![A dot](dot.jpg)");
        Files.write(
                folder.root().resolve("pages/dot.jpg"),
                Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));
        byte[] book = book(folder.files(), 0);
        check(book);
        assertThat(Packed.unzipped(book))
                .containsKey("EPUB/files/pages/dot.jpg.gif")
                .doesNotContainKey("EPUB/files/pages/dot.jpg");
        assertThat(xml(Packed.unzipped(book), "EPUB/pages/a.xhtml")
                        .selectFirst("img")
                        .attr("src"))
                .isEqualTo("../files/pages/dot.jpg.gif");
    }

    @Test
    void theCoverOfALanguageFromTheRightBeginsAtTheRight() throws IOException {
        byte[] book = book(
                new PlaybookFolder(temp.resolve("arabic"))
                        .with("playbook.yml", "name: Ways to meet", "language: ar")
                        .practice("listen")
                        .files(),
                0);
        check(book);
        Element cover = xml(Packed.unzipped(book), "EPUB/cover.svg").selectFirst("svg");
        assertThat(cover.attr("direction")).isEqualTo("rtl");
        assertThat(cover.select("text").eachAttr("x")).containsOnly("525");
    }

    @Test
    void theOrderIsThatOfReading() throws IOException {
        Document contents = xml(files(), "EPUB/nav.xhtml");
        assertThat(contents.select("#toc > ol > li > a").eachText())
                .containsExactly(
                        "How to use it",
                        "Pathways",
                        "Practices",
                        "Learning log",
                        "Roles",
                        "Glossary",
                        "Questions to ask",
                        "More to read",
                        "More");
        Document book = xml(files(), "EPUB/package.opf");
        List<String> order = book.select("spine itemref").eachAttr("idref").stream()
                .map(id -> book.select("manifest item[id=" + id + "]").attr("href"))
                .toList();
        assertThat(order).startsWith("cover.xhtml", "nav.xhtml", "pages/how-to-use.xhtml", "pathways/index.xhtml");
        assertThat(order)
                .containsSubsequence(
                        "practices/index.xhtml",
                        "practices/listen.xhtml",
                        "practices/tell.xhtml",
                        "attempts/we-told.xhtml",
                        "pages/about.xhtml");
    }

    @Test
    void itSaysWhatItIsAndToWhomItIsOpen() throws IOException {
        Document book = xml(files(), "EPUB/package.opf");
        assertThat(book.select("dc|title").text()).isEqualTo("Ways & <means>: to meet");
        assertThat(book.select("meta[property=dcterms:modified]").text()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(book.select("dc|date").text()).isEqualTo("2026-02-01");
        assertThat(book.select("meta[property^=schema:access]").eachAttr("property"))
                .contains(
                        "schema:accessMode",
                        "schema:accessibilityFeature",
                        "schema:accessibilityHazard",
                        "schema:accessibilitySummary");
        assertThat(book.select("item[properties=cover-image]").attr("href")).isEqualTo("cover.svg");
        assertThat(Packed.text(files().get("EPUB/cover.svg"))).contains("Ways &amp;", "Edition 2 beta");
    }

    @Test
    void itsFirstFileSaysItsTypeAndItsBytesAreAlwaysTheSame() throws IOException {
        SiteFiles site = Packed.site(temp.resolve("content"));
        byte[] book = book(site, 0);
        assertThat(new String(book, 30, 28, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/epub+zip");
        assertThat(book(site, 0)).isEqualTo(book);
    }

    @Test
    void linksLeadIntoTheBookOrToTheWeb() throws IOException {
        Document page = xml(files(), "EPUB/practices/tell.xhtml");
        assertThat(page.select("a:contains(listening)").attr("href")).isEqualTo("listen.xhtml");
        assertThat(page.select(".text a:contains(very page)").attr("href")).isEqualTo("tell.xhtml");
        assertThat(page.select(".text a:contains(the steps)").attr("href")).isEqualTo("#what-to-do");
        assertThat(page.select("a:contains(a paper)").attr("href"))
                .isEqualTo("https://example.org/ways/files/pages/paper.pdf");
        Element picture = xml(files(), "EPUB/pages/about.xhtml").selectFirst("img");
        assertThat(picture.attr("src")).isEqualTo("../files/pages/dot.svg");
        assertThat(files()).containsKey("EPUB/files/pages/dot.svg").doesNotContainKey("EPUB/files/pages/paper.pdf");
    }

    /** Keeps all but hints and uses. */
    private static final class Told extends com.adobe.epubcheck.util.DefaultReportImpl {
        private final PrintWriter out;

        Told(PrintWriter out) {
            super("book.epub");
            this.out = out;
        }

        @Override
        public void message(Message message, EPUBLocation location, Object... values) {
            if (message.getSeverity() != Severity.USAGE
                    && message.getSeverity() != Severity.INFO
                    && message.getSeverity() != Severity.SUPPRESSED) {
                out.println(location + " " + message.getMessage(values));
            }
        }
    }
}
