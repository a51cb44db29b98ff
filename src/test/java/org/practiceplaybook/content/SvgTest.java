package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vector image that somebody opens by itself is a page: nothing in it may run or ask elsewhere. */
class SvgTest {
    private static final String OPEN =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<rect width='1' height='1' fill='red'/>",
                "<defs><linearGradient id='g'/></defs><rect fill='url(#g)'/>",
                "<style>rect { fill: blue }</style><use href='#r'/>",
                "<image href='data:image/png;base64,AAAA'/>",
                "<a href='https://example.org'><text>x</text></a>",
                "<!-- <script>alert(1)</script> --><text>javascript: &lt;script&gt;</text>",
                "<title>A &amp; B</title><desc>onload=1</desc>",
            })
    void isShownWhereItOnlyDraws(String inside) {
        assertThat(Svg.danger((OPEN + inside + "</svg>").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        String head = "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
                + " 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n";
        assertThat(Svg.danger((head + OPEN + inside + "</svg>").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
                "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
                "<rect onload='alert(1)'/>",
                "<a href='javascript:alert(1)'><text>x</text></a>",
                "<a xlink:href=' java&#10;script:alert(1)'><text>x</text></a>",
                "<a><animate attributeName='href' values='javascript:alert(1)'/></a>",
                "<a><set attributeName='xlink:href' to='javascript:alert(1)'/></a>",
                "<use href='https://evil.example/x.svg#a'/>",
                "<image href='https://evil.example/x.png'/>",
                "<rect fill='url(https://evil.example/x)'/>",
                "<rect style=\"fill: url('https://evil.example/x')\"/>",
                "<style>@import 'https://evil.example/x.css';</style>",
                "<style>@imp<!-- x -->ort 'https://evil.example/x.css';</style>",
                "<style>@im<![CDATA[port 'x.css';]]></style>",
                "<iframe/>",
                "<handler/>",
                "<rect",
            })
    void isKeptOutWhereItCouldDoMore(String inside) {
        assertThat(Svg.danger((OPEN + inside + "</svg>").getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY x '<script>alert(1)</script>'>]>" + OPEN + "&x;</svg>",
                "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>" + OPEN + "</svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + OPEN + "&x;</svg>",
                "<!DOCTYPE svg [<!ENTITY a 'aaa'><!ENTITY b '&a;&a;&a;'>]>" + OPEN + "&b;</svg>",
                "<?xml-stylesheet href='https://evil.example/x.css'?>" + OPEN + "</svg>",
                "<?xml version='1.0' encoding='UTF-7'?>" + OPEN + "</svg>",
                "",
                "not an image",
            })
    void isKeptOutWhereItDeclaresOrIsBroken(String svg) {
        assertThat(Svg.danger(svg.getBytes(StandardCharsets.UTF_8))).isPresent();
        assertThat(Svg.danger(svg.getBytes(StandardCharsets.UTF_16))).isPresent();
    }
}
