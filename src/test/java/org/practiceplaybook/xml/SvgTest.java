package org.practiceplaybook.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Position;
import org.practiceplaybook.source.SourceFile;

/** A vector image that somebody opens by itself is a page: nothing in it may run or ask elsewhere. */
class SvgTest {
    private static final String OPEN =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                    + " xmlns:h='http://www.w3.org/1999/xhtml'>";

    private static Svg.Cleaned clean(String svg) {
        Svg.Cleaned cleaned = Svg.clean(new SourceFile("a.svg", svg));
        assertThat(Xml.fault(cleaned.bytes())).as(svg).isEmpty();
        return cleaned;
    }

    private static String text(Svg.Cleaned cleaned) {
        return new String(cleaned.bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> codes(Svg.Cleaned cleaned) {
        return cleaned.found().stream().map(Diagnostic::code).toList();
    }

    static Stream<Path> samples() throws IOException {
        return Files.list(Path.of("src/test/resources/svg")).sorted();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void picturesOfTheUsualProgramsPass(Path sample) throws IOException {
        Svg.Cleaned cleaned = clean(Files.readString(sample));
        assertThat(cleaned.found()).isEmpty();
        String svg = text(cleaned);
        assertThat(svg)
                .doesNotContain(
                        "sodipodi:", "inkscape:", "rdf:", "ns.adobe.com", "mxfile", "foreignObject", "<metadata")
                .doesNotContain("sketch:", "serif:", "DOCTYPE", "-inkscape", "flowRoot");
        assertThat(text(clean(svg))).as("cleaned twice is cleaned once").isEqualTo(svg);
    }

    @Test
    void whatIsDrawnAndSaidStays() throws IOException {
        assertThat(text(clean(Files.readString(Path.of("src/test/resources/svg/drawio.svg")))))
                .contains(
                        ">Ask first</text>", "href=\"https://example.org/circle\"", "data:image/png;base64,iVBORw0KGgo")
                .contains("light-dark(#ffffff, var(--ge-dark-color, #121212))", "data-cell-id=\"abc-1\"");
        assertThat(text(clean(Files.readString(Path.of("src/test/resources/svg/mermaid.svg")))))
                .contains(
                        "@keyframes dash{to{stroke-dashoffset:0;}}",
                        "filter:drop-shadow( 1px 2px 2px rgba(185,185,185,1));")
                .contains("#my-svg :root{--mermaid-font-family:\"trebuchet ms\",verdana,arial,sans-serif;}")
                .contains("marker-end=\"url(#my-svg_flowchart-v2-pointEnd)\"");
        assertThat(text(clean(Files.readString(Path.of("src/test/resources/svg/illustrator.svg")))))
                .contains("style=\"fill:#0F4C3F;\"", ".st3{clip-path:url(#SVGID_2_);", "xlink:href=\"#SVGID_3_\"")
                .contains(">Together</text>");
        assertThat(text(clean(Files.readString(Path.of("src/test/resources/svg/inkscape.svg")))))
                .contains("<title id=\"title1\">A circle of chairs</title>", "fill:url(#linearGradient11);")
                .contains("Sit in a circle");
        assertThat(text(clean(Files.readString(Path.of("src/test/resources/svg/icons.svg")))))
                .contains("Font Awesome Free", "License", ":nth-child(2n+1)::before{", "attributeName=\"r\"");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<rect width='1' height='1' fill='red'/>",
                "<defs><linearGradient id='g'/></defs><rect fill='url(#g)'/>",
                "<style>rect { fill: blue }</style><use href='#r'/>",
                "<image href='data:image/png;base64,AAAA'/>",
                "<a href='https://example.org'><text>x</text></a>",
                "<a href='mailto:ann@example.org'><text>x</text></a>",
                "<!-- <script>alert(1)</script> --><text>javascript: &lt;script&gt;</text>",
                "<title>A &amp; B</title><desc>onload=1</desc>",
                "<style>@charset 'utf-8'; @media print { a, b > c { fill: RED !important } }</style>",
                "<text font-family=\"'Gill Sans (a)'\">x</text>",
                "<style>.a\\:b{fill:#123} .\\31 23{fill:url( '#a' )}</style>",
                "<g aria-label='x' data-a.b='url(x)' class='url(x)'/>",
                "<foreignObject/><x:y xmlns:x='http://www.inkscape.org/namespaces/inkscape'><x:z/></x:y>",
                "<switch><foreignObject><h:b>Ask</h:b></foreignObject><text>Ask</text></switch>",
                "<path d='M0 0'/>&#x1F600;&#x10FFFD;",
            })
    void isShownWhereItOnlyDraws(String inside) {
        assertThat(clean(OPEN + inside + "</svg>").found()).isEmpty();
        String head = "\uFEFF<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
                + " 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n";
        assertThat(clean(head.substring(1) + OPEN + inside + "</svg>").found()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '¬', textBlock = """
            <h:frameset><h:frame src="javascript:alert(origin)"/></h:frameset> ¦ svg-element
            <h:form action="javascript:alert(1)"><h:button>x</h:button></h:form> ¦ svg-element
            <h:button formaction="javascript:alert(1)">x</h:button> ¦ svg-element
            <h:meta http-equiv="refresh" content="0;url=//evil.example"/> ¦ svg-element
            <h:img srcset="//evil.example/x 1x"/> ¦ svg-element
            <h:link rel="stylesheet" href="//evil.example/x.css"/> ¦ svg-element
            <h:base href="//evil.example/"/> ¦ svg-element
            <h:iframe src="//evil.example"/> ¦ svg-element
            <h:script>alert(1)</h:script> ¦ svg-element
            <m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi href="javascript:alert(1)"/></m:math> ¦ svg-element
            <x xmlns="">evil</x> ¦ svg-element
            <x:include xmlns:x="http://www.w3.org/2001/XInclude" href="//evil.example"/> ¦ svg-element
            <x:listener xmlns:x="http://www.w3.org/2001/xml-events" handler="//evil.example"/> ¦ svg-element
            <script>alert(1)</script> ¦ svg-element
            <SCRIPT>alert(1)</SCRIPT> ¦ svg-element
            <script href="//evil.example"/> ¦ svg-element
            <s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script> ¦ svg-element
            <iframe src="//evil.example"/> ¦ svg-element
            <video href="//evil.example"/> ¦ svg-element
            <audio/> ¦ svg-element
            <canvas/> ¦ svg-element
            <handler>alert(1)</handler> ¦ svg-element
            <discard href="#x"/> ¦ svg-element
            <tref xlink:href="//evil.example"/> ¦ svg-element
            <cursor xlink:href="//evil.example"/> ¦ svg-element
            <unknown/> ¦ svg-element
            <style><g onload="alert(1)"/></style> ¦ svg-element
            <foreignObject><h:b>evil</h:b></foreignObject> ¦ svg-label
            <foreignObject><h:iframe src="//evil.example"/></foreignObject> ¦ svg-label
            <foreignObject>evil</foreignObject> ¦ svg-label
            <switch><foreignObject><h:b>evil</h:b></foreignObject></switch> ¦ svg-label
            <flowRoot><flowPara>evil</flowPara></flowRoot> ¦ svg-label
            <rect onload="alert(1)"/> ¦ svg-attribute
            <rect ONLOAD="alert(1)"/> ¦ svg-attribute
            <animate onbegin="alert(1)" attributeName="x"/> ¦ svg-attribute
            <g xml:base="//evil.example/"/> ¦ svg-attribute
            <g h:onclick="alert(1)"/> ¦ svg-attribute
            <g e:event="evil" xmlns:e="http://www.w3.org/2001/xml-events"/> ¦ svg-attribute
            <g srcset="//evil.example 1x"/> ¦ svg-attribute
            <g src="//evil.example"/> ¦ svg-attribute
            <a ping="//evil.example"/> ¦ svg-attribute
            <g strokeWidth="evil"/> ¦ svg-attribute
            <a><animate attributeName="href" values="javascript:alert(1)"/></a> ¦ svg-attribute
            <a><set attributeName="xlink:href" to="javascript:alert(1)"/></a> ¦ svg-attribute
            <a><set attributeName=" &#x68;ref " to="#"/></a> ¦ svg-attribute
            <a><animate attributeName="onclick" to="alert(1)"/></a> ¦ svg-attribute
            <a><animate attributeName="style" to="evil"/></a> ¦ svg-attribute
            <a href="javascript:alert(1)"><text>x</text></a> ¦ svg-address
            <a href="JaVa&#x9;ScRiPt&#58;alert(1)"><text>x</text></a> ¦ svg-address
            <a xlink:href=" java&#10;script:alert(1)"><text>x</text></a> ¦ svg-address
            <a href="data:text/html,evil"><text>x</text></a> ¦ svg-address
            <a href="vbscript:evil"><text>x</text></a> ¦ svg-address
            <a href="evil.html"><text>x</text></a> ¦ svg-address
            <use href="https://evil.example/x.svg#a"/> ¦ svg-address
            <use xlink:href="evil.svg#a"/> ¦ svg-address
            <use href="data:image/svg+xml,evil#a"/> ¦ svg-address
            <image href="https://evil.example/x.png"/> ¦ svg-address
            <image href="data:image/svg+xml;base64,evil"/> ¦ svg-address
            <image href="data:text/html;base64,evil"/> ¦ svg-address
            <image href="data:image/png,evil"/> ¦ svg-address
            <feImage xlink:href="//evil.example/x"/> ¦ svg-address
            <linearGradient xlink:href="evil.svg#a"/> ¦ svg-address
            <textPath href="evil.svg#a"/> ¦ svg-address
            <animate href="evil.svg#a" attributeName="x"/> ¦ svg-address
            <pattern href="evil.svg#a"/> ¦ svg-address
            <rect href="//evil.example"/> ¦ svg-address
            <rect fill="url(https://evil.example/x)"/> ¦ svg-address
            <rect fill="u&#x5c;72l(//evil.example)"/> ¦ svg-address
            <rect fill="&#x75;rl(//evil.example)"/> ¦ svg-address
            <rect fill="URL( '//evil.example' )"/> ¦ svg-address
            <rect fill="/**/url(evil.svg#a)"/> ¦ svg-address
            <rect filter="url(#a) url(evil.svg#a)"/> ¦ svg-address
            <rect cursor="url(evil.cur), auto"/> ¦ svg-address
            <animate attributeName="fill" to="url(//evil.example)"/> ¦ svg-address
            <rect style="fill: url('https://evil.example/x')"/> ¦ svg-address
            <rect style="background:image-set('//evil.example' 1x)"/> ¦ svg-address
            <rect style="background:-webkit-image-set(url(evil) 1x)"/> ¦ svg-address
            <rect style="background:\\69mage-set('//evil.example' 1x)"/> ¦ svg-address
            <rect style="mask:src('//evil.example')"/> ¦ svg-address
            <rect style="--a:url(//evil.example);fill:var(--a)"/> ¦ svg-address
            <rect style="-moz-binding:url(//evil.example#x)"/> ¦ svg-address
            <rect style="content:url(data:image/svg+xml,evil)"/> ¦ svg-address
            <rect style="unknown:url(//evil.example)"/> ¦ svg-address
            <style>@import 'https://evil.example/x.css';</style> ¦ svg-address
            <style>@\\69mport '//evil.example';</style> ¦ svg-address
            <style>@imp<!-- x -->ort 'https://evil.example/x.css';</style> ¦ svg-address
            <style>@im<![CDATA[port 'evil.css';]]></style> ¦ svg-address
            <style>@IMPORT url(evil.css);</style> ¦ svg-address
            <style>@imp/**/ort 'evil.css';</style> ¦ svg-style
            <style>a{} @namespace evil url(x);</style> ¦ svg-style
            <style>@document url(evil) { a {} }</style> ¦ svg-style
            <style>@media print { a { fill: url(//evil.example) } }</style> ¦ svg-address
            <style>@media print { @import 'evil'; }</style> ¦ svg-address
            <style>@font-face { font-family: x; src: url(//evil.example/x.woff2) }</style> ¦ svg-address
            <style>@font-face { src: url(data:text/css;base64,evil) }</style> ¦ svg-address
            <style>a{ b{ fill: url(//evil.example) } }</style> ¦ svg-style
            <style>a{ background: image-set("//evil.example" 1x) }</style> ¦ svg-address
            <style>a{ background: cross-fade(url(evil), red) }</style> ¦ svg-address
            <style>a{ behavior: url(evil.htc) }</style> ¦ svg-address
            <style>a{ behavior: evil }</style> ¦ svg-style
            <style>a{ width: expression(alert(1)) }</style> ¦ svg-style
            <style>a{ background: paint(evil) }</style> ¦ svg-style
            <style>a[b=url(//evil.example)]{}</style> ¦ svg-address
            <style>a{ fill: url(//evil.example</style> ¦ svg-style
            <style>a{ fill: "evil</style> ¦ svg-style
            <style>a{ fill: "x&#10;evil</style> ¦ svg-style
            <text>&#x9f;</text> ¦ control-sign
            <g id="&#xFDD0;"/> ¦ control-sign
            """)
    void isKeptOutWhereItCouldDoMore(String inside, String code) {
        Svg.Cleaned cleaned = clean(OPEN + "\n" + inside + "\n</svg>");
        assertThat(codes(cleaned)).isNotEmpty().containsOnly(code);
        assertThat(cleaned.found()).allSatisfy(found -> {
            assertThat(found.isError()).isTrue();
            assertThat(found.place().start().line()).isBetween(2, 3);
            assertThat(found.effect()).isNotEmpty();
            assertThat(found.remedy()).isNotEmpty();
        });
        assertThat(text(cleaned).toLowerCase(Locale.ROOT)).doesNotContain("evil", "alert", "script");
        assertThat(clean(text(cleaned)).found())
                .as("what is published is clean")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]>" + OPEN + "&x;</svg>",
                "<!DOCTYPE svg [<!ENTITY x '&#60;script>alert(1)&#60;/script>'>]>" + OPEN + "&x;</svg>",
                "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>" + OPEN + "</svg>",
                "<!DOCTYPE svg [<!ATTLIST svg xmlns CDATA 'http://www.w3.org/1999/xhtml'>]><svg>evil</svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + OPEN + "&x;</svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' id='&x;'/>",
                "<!DOCTYPE svg [<!ENTITY a 'javascript:alert(1)'>]>" + OPEN + "<a href='&a;'/></svg>",
                "<!DOCTYPE svg SYSTEM 'http://evil.example/x.dtd'>" + OPEN + "&nbsp;</svg>",
                "<?xml-stylesheet href='https://evil.example/x.css'?>" + OPEN + "</svg>",
                OPEN + "<?xml-stylesheet href='https://evil.example/x.css'?></svg>",
                "<?xml version='1.1'?>" + OPEN + "&#1;</svg>",
                "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>",
                "<svg onload='alert(1)'/>",
                "<svg:svg xmlns:svg='http://evil.example/'/>",
                "<!DOCTYPE html><html><svg xmlns='http://www.w3.org/2000/svg'/></html>",
                OPEN + "<rect</svg>",
                OPEN + "a & b</svg>",
                OPEN + "<p:q/></svg>",
                OPEN,
                "",
                "not an image",
            })
    void isKeptOutWhereItDeclaresOrIsBroken(String svg) {
        Svg.Cleaned cleaned = clean(svg);
        assertThat(cleaned.found()).isNotEmpty().allMatch(Diagnostic::isError);
        assertThat(text(cleaned)).doesNotContain("evil", "alert", "root:", "html");
    }

    @Test
    void saysMoreThanIsWrittenInItOnlySoFar() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha ha ha ha'>");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY a" + i + " '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertThat(codes(clean(laughs + "]>" + OPEN + "<text>&a19;</text></svg>")))
                .containsExactly("svg-unreadable");
        StringBuilder uses = new StringBuilder(OPEN + "<g id='u0'><rect/></g>");
        for (int i = 1; i < 30; i++) {
            uses.append("<g id='u" + i + "'>")
                    .append(("<use href='#u" + (i - 1) + "'/>").repeat(10))
                    .append("</g>");
        }
        assertThat(codes(clean(uses + "</svg>"))).containsExactly("svg-unreadable");
        assertThat(codes(clean(OPEN + "<g>".repeat(500) + "</g>".repeat(500) + "</svg>")))
                .containsExactly("svg-unreadable");
        assertThat(codes(clean(OPEN + "<g id='a'><use href='#a'/></g></svg>"))).isEmpty();
        assertThat(codes(clean(OPEN + "<style>" + "@media x{".repeat(10_000) + "</style></svg>")))
                .isNotEmpty();
        assertThat(codes(clean(OPEN + "<style>" + "a:not(".repeat(100_000) + "</style></svg>")))
                .isNotEmpty();
        assertThat(codes(clean(OPEN + "<rect fill='" + "rgb(".repeat(100_000) + "'/></svg>")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            \\n <g>\\n  <rect  onclick='x' /></g> | 3 | 10
            \\r\\n\\r\\n<g\\r\\n  a='1'\\r\\n  strokeWidth='2'/> | 4 | 3
            <!-- 😀 -->😀<blink/> | 1 | 12
            <style>\\n a { fil: red }\\n b{fill:url(x.svg)}</style> | 2 | 6
            <style>\\n a{fill:red}\\n\\n b{fill:url(x.svg)}</style> | 4 | 9
            \\n&amp;\\n<g>\\n</h> | 4 | 2
            """)
    void isToldWhereItStands(String inside, int line, int column) {
        String svg = inside.replace("\\n", "\n").replace("\\r", "\r");
        Svg.Cleaned cleaned = clean("<svg xmlns='http://www.w3.org/2000/svg'>" + svg + "</svg>");
        Position at = cleaned.found().get(0).place().start();
        int shift = line == 1 ? "<svg xmlns='http://www.w3.org/2000/svg'>".length() : 0;
        assertThat(at).isEqualTo(new Position(line, column + shift));
    }

    @Test
    void placesOfALongFileAreRightToo() {
        String svg = OPEN + "\n" + "<path d='M 0 0 L 1 1'/><!-- 😀 &#x; -->\r\n".repeat(20_000) + "  <blink/>\n</svg>";
        assertThat(clean(svg).found().get(0).place().start()).isEqualTo(new Position(20_002, 3));
    }

    @Test
    void aStyleThatIsLongerThanAnyPictureNeedsIsLeftOut() {
        Svg.Cleaned cleaned = clean(OPEN + "<style>" + "b{f:g}".repeat(50_000) + "</style><rect/></svg>");
        assertThat(codes(cleaned)).containsExactly("svg-style");
        assertThat(text(cleaned)).contains("<style></style><rect/>");
        String sheet = ".a{fill:red}".repeat(2_000);
        assertThat(clean(OPEN + "<style>" + sheet + "</style></svg>").found()).isEmpty();
    }

    @Test
    void aSlipIsToldWithWhatWasMeant() {
        Svg.Cleaned cleaned = clean(OPEN + "<lineargradient/><g viewbox='0 0 1 1' style='fil:red'/></svg>");
        assertThat(cleaned.found())
                .extracting(Diagnostic::label)
                .containsExactly("did you mean linearGradient?", "did you mean viewBox?", "did you mean fill?");
    }

    @Test
    void aDrawingOfDrawIoIsNoPage() {
        assertThat(harmless("<mxfile host='a'><diagram>x</diagram></mxfile>")).isTrue();
        assertThat(harmless("<?xml version='1.0' encoding='UTF-8'?>\n<mxfile/>"))
                .isTrue();
        assertThat(harmless("<?xml version='1.0' encoding='UTF-16'?>\n<mxfile/>"))
                .isFalse();
        assertThat(harmless("<mxfile><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></mxfile>"))
                .isFalse();
        assertThat(harmless("<?xml-stylesheet href='x'?><mxfile/>")).isFalse();
        assertThat(harmless("<html><script>alert(1)</script></html>")).isFalse();
    }

    private static boolean harmless(String text) {
        return Diagram.isHarmless(text.getBytes(StandardCharsets.UTF_8));
    }
}
