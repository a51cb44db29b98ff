package org.practiceplaybook.content;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Vector images can hold programs, which run when somebody opens the image by itself. Those are kept out. */
final class Svg {
    private static final Set<String> FORBIDDEN =
            Set.of("script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener");

    private static final Set<String> DECLARATIONS = Set.of("<!ENTITY", "<!ATTLIST");
    /** Of these every sign of markup is the same byte. */
    private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii", "iso-8859-1");

    private Svg() {}

    /** Why an image may not be shown, or empty where it may. */
    static Optional<String> danger(byte[] svg) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            String xml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(svg))
                    .toString();
            if (DECLARATIONS.stream().anyMatch(xml::contains)) {
                // a browser puts in what is declared, so an element or attribute could hide there
                return Optional.of("it declares entities or attributes of its own");
            }
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(withoutMark(xml)));
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
                return Optional.of("it is not in UTF-8");
            }
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                int event = reader.next();
                Optional<String> danger = switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> element(reader);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        text.append(reader.getText()); // a comment inside a style sheet does not end a word
                        yield Optional.empty();
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        Optional<String> found = style(text.toString());
                        text.setLength(0);
                        yield found;
                    }
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> Optional.of("it asks for a style sheet");
                    default -> Optional.empty();
                };
                if (danger.isPresent()) {
                    return danger;
                }
            }
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of("it is not in UTF-8");
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.of("it is not well-formed SVG");
        }
    }

    private static String withoutMark(String xml) {
        return xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
    }

    private static Optional<String> element(XMLStreamReader reader) {
        String name = reader.getLocalName().toLowerCase(Locale.ROOT);
        if (FORBIDDEN.contains(name)) {
            return Optional.of("it holds <" + name + ">, which could run code");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = reader.getAttributeValue(i).strip();
            if (attribute.startsWith("on")) {
                return Optional.of("it holds the attribute " + attribute + ", which runs code");
            }
            if (attribute.equals("href")
                    && !value.startsWith("#")
                    && !value.startsWith("data:image/")
                    && !(name.equals("a") && value.matches("https?://.*"))) {
                return Optional.of("it refers to something outside itself");
            }
            if (attribute.equals("attributename")
                    && value.toLowerCase(Locale.ROOT).endsWith("href")) {
                return Optional.of("it changes an address while it is shown");
            }
            Optional<String> style = style(value);
            if (style.isPresent()) {
                return style;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> style(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String squeezed = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\"']", "");
        boolean asksOutside = squeezed.contains("@import") || squeezed.matches("(?s).*url\\((?!#|data:image/).*");
        return asksOutside ? Optional.of("it asks for something outside itself") : Optional.empty();
    }
}
